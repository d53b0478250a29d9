package org.answerloop.web.http;

import java.util.Collection;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;

/** A request whose form and file have been read already. */
final class UploadRequest extends HttpServletRequestWrapper {

    private final SentForm form;
    private final List<Part> files;

    UploadRequest(HttpServletRequest request, SentForm form, List<UploadedFile> files) {
        super(request);
        this.form = form;
        this.files = List.copyOf(files);
    }

    SentForm form() {
        return form;
    }

    @Override
    public Collection<Part> getParts() {
        return files;
    }

    @Override
    public Part getPart(String name) {
        return files.stream()
                .filter(file -> file.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
