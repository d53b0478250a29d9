package org.answerloop.system.container;

import java.util.List;

import org.answerloop.system.inside.clock.Configured;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.client.deployment.TargetDescription;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.AnnotationDeploymentScenarioGenerator;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Has Arquillian deploy the application once, for all classes of tests that are content with the usual settings; of itself it would package, deploy and undeploy it anew
 * for each. As on a company's server, the application goes on from one to the next, and so does its clock.
 */
public final class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.override(
                        DeploymentScenarioGenerator.class,
                        AnnotationDeploymentScenarioGenerator.class,
                        Application.class)
                .observer(Once.class);
    }

    private static String settingOf(TestClass test) {
        Configured configured = test.getAnnotation(Configured.class);
        return configured == null ? "" : configured.value();
    }

    /** The same for every class but those that need a setting to be otherwise. */
    public static final class Application implements DeploymentScenarioGenerator {

        @Override
        public List<DeploymentDescription> generate(TestClass test) {
            return List.of(new DeploymentDescription("answerloop", AnswerloopEar.withTheTests(settingOf(test)))
                    .setTarget(TargetDescription.DEFAULT)
                    .setProtocol(ProtocolDescription.DEFAULT)
                    .shouldBeManaged(true)
                    .shouldBeTestable(true));
        }
    }

    /** Lets the first class have it deployed, and hands it on to the others. */
    public static final class Once {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> ofThisClass;

        @Inject
        private Event<UnDeployManagedDeployments> undeployment;

        private DeploymentScenario generated;
        private String setting;
        private boolean deployed;
        private boolean leaving;

        public void generate(@Observes EventContext<GenerateDeployment> event) {
            String wanted = settingOf(event.getEvent().getTestClass());
            if (!wanted.equals(setting)) {
                undeploy();
                event.proceed();
                generated = ofThisClass.get();
                setting = wanted;
            } else {
                ofThisClass.set(generated);
            }
        }

        private void undeploy() {
            if (deployed) {
                ofThisClass.set(generated);
                leaving = true;
                undeployment.fire(new UnDeployManagedDeployments());
                leaving = false;
                deployed = false;
            }
        }

        public void deploy(@Observes EventContext<DeployManagedDeployments> event) {
            if (!deployed) {
                event.proceed();
                deployed = true;
            }
        }

        /** At the end of a class it stays; it ends with the server, or for one with another setting. */
        public void keep(@Observes EventContext<UnDeployManagedDeployments> event) {
            if (leaving) {
                event.proceed();
            }
        }
    }
}
