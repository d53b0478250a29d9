package org.answerloop.web.person;

/** The roles as the pages show them, the most far-reaching first. */
public enum Role {
    ADMINISTRATOR(org.answerloop.access.model.Role.ADMINISTRATOR),
    EDITOR(org.answerloop.access.model.Role.EDITOR),
    MANAGER(org.answerloop.access.model.Role.MANAGER),
    VIEWER(org.answerloop.access.model.Role.VIEWER);

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
