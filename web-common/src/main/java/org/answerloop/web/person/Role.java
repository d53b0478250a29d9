package org.answerloop.web.person;

/** The roles by their names in the registry, the most far-reaching first. */
public enum Role {
    ADMINISTRATOR("administrator"),
    EDITOR("editor"),
    MANAGER("manager"),
    VIEWER("viewer");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The name of the role in the deployment descriptors, and the end of its key in the bundle. */
    public String getCode() {
        return code;
    }

    /** The key of its name in the bundle. */
    public String getTitleKey() {
        return "role." + code;
    }
}
