package org.answerloop.web.http;

import java.io.IOException;
import java.util.Iterator;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import jakarta.faces.render.Renderer;
import jakarta.faces.render.RendererWrapper;

import org.primefaces.context.PrimeFacesContext;
import org.primefaces.util.Constants;

/**
 * Writes the nonce of the content security policy into every form. PrimeFaces demands it of whatever comes back, but
 * leaves it to its script to put it there: who sends a form before that script has run would get an error.
 */
public class NonceInForms extends RenderKitFactory {

    /** The factory of the server around which this one stands. */
    public NonceInForms(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String renderKitId, RenderKit renderKit) {
        getWrapped().addRenderKit(renderKitId, renderKit);
    }

    @Override
    public RenderKit getRenderKit(FacesContext context, String renderKitId) {
        RenderKit kit = getWrapped().getRenderKit(context, renderKitId);
        return kit == null ? null : new Kit(kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    private static final class Kit extends RenderKitWrapper {

        Kit(RenderKit wrapped) {
            super(wrapped);
        }

        @Override
        public Renderer<?> getRenderer(String family, String type) {
            Renderer<?> renderer = getWrapped().getRenderer(family, type);
            return UIForm.COMPONENT_FAMILY.equals(family) && renderer != null ? new Form(renderer) : renderer;
        }
    }

    private static final class Form extends RendererWrapper {

        Form(Renderer<?> wrapped) {
            super(wrapped);
        }

        @Override
        public void encodeBegin(FacesContext context, UIComponent form) throws IOException {
            super.encodeBegin(context, form);
            ResponseWriter writer = context.getResponseWriter();
            writer.startElement("input", form);
            writer.writeAttribute("type", "hidden", null);
            writer.writeAttribute("name", Constants.RequestParams.NONCE_PARAM, null);
            writer.writeAttribute(
                    "value", PrimeFacesContext.getCspState(context).getNonce(), null);
            writer.endElement("input");
        }
    }
}
