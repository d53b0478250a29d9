package org.answerloop.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.PacedInput;
import org.answerloop.client.Places;
import org.answerloop.kernel.Spool;
import org.answerloop.settings.Settings;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;

/**
 * Takes a form with a file, at the few addresses that it is mapped to, all of them behind sign-in: so many at a time, the
 * file up to its limit and at a least rate, and the fields within the limit of every form. The file lies below the data
 * folder until the request has been answered, and not a moment longer. In front of {@link FormBodies}.
 */
public class UploadFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The name of the parameter that limits the file; without it the setting for imports does. */
    private static final String MOST_BYTES = "most-bytes";

    private static final int AT_ONCE = 8;
    private static final int OF_ONE_PERSON = 2;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int BYTES_AROUND = 64 * 1024;
    private static final String ENDING = ".upload";

    private final transient Places places = new Places(AT_ONCE, OF_ONE_PERSON);

    @Inject
    private transient Settings settings;

    private transient Spool files;
    private long most;

    @Override
    public void init() throws ServletException {
        files = new Spool(settings.dataFolder().resolve("uploads"), ENDING);
        most = Optional.ofNullable(getInitParameter(MOST_BYTES))
                .map(Long::valueOf)
                .orElse(settings.importBytes());
        // What a server left behind that was killed meanwhile.
        files.untouchedSince(Instant.MAX).forEach(files::remove);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > most + BYTES_AROUND) {
            PageRefusal.FILE_TOO_LARGE.write(request, response);
            return;
        }
        Optional<Places.Place> place = places.take(String.valueOf(request.getRemoteUser()));
        if (place.isEmpty()) {
            (places.isFull() ? PageRefusal.FULL : PageRefusal.BUSY).write(request, response);
            return;
        }
        String id = UUID.randomUUID().toString();
        try {
            UploadRequest upload = read(request, id);
            place.get().close();
            request.setAttribute(FormBodies.SENT, upload.form());
            chain.doFilter(upload, response);
        } catch (PageRefusal.Raised refused) {
            refused.refusal().write(request, response);
        } finally {
            place.get().close();
            files.abandon(id);
        }
    }

    private UploadRequest read(HttpServletRequest request, String id) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<UploadedFile> uploaded = new ArrayList<>();
        try {
            int left = FormBodies.MOST_BYTES;
            int count = 0;
            FileItemInputIterator items = new JakartaServletFileUpload<>().getItemIterator(paced(request));
            while (items.hasNext()) {
                FileItemInput item = items.next();
                count++;
                if (count > SentForm.MOST_FIELDS) {
                    throw new PageRefusal.Raised(PageRefusal.TOO_MANY_FIELDS);
                }
                if (item.isFormField()) {
                    byte[] value = field(item, left);
                    left -= value.length + item.getFieldName().length();
                    fields.computeIfAbsent(item.getFieldName(), name -> new ArrayList<>())
                            .add(new String(value, StandardCharsets.UTF_8));
                } else if (uploaded.isEmpty()) {
                    uploaded.add(store(item, id));
                } else {
                    throw new PageRefusal.Raised(PageRefusal.MALFORMED);
                }
            }
        } catch (PacedInput.BrokenOffException e) {
            throw new PageRefusal.Raised(PageRefusal.TOO_SLOW);
        } catch (IOException e) {
            throw new PageRefusal.Raised(PageRefusal.MALFORMED);
        }
        return new UploadRequest(request, new SentForm(fields), uploaded);
    }

    private static JakartaServletRequestContext paced(HttpServletRequest request) {
        return new JakartaServletRequestContext(request) {
            @Override
            public InputStream getInputStream() throws IOException {
                return new PacedInput(super.getInputStream());
            }
        };
    }

    private static byte[] field(FileItemInput item, int most) throws IOException {
        byte[] value = item.getInputStream().readNBytes(Math.max(0, most) + 1);
        if (value.length > most) {
            throw new PageRefusal.Raised(PageRefusal.TOO_LARGE);
        }
        return value;
    }

    private UploadedFile store(FileItemInput item, String id) throws IOException {
        Path target = files.begin(id);
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream content = item.getInputStream();
                OutputStream out = Files.newOutputStream(target)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > most) {
                    throw new PageRefusal.Raised(PageRefusal.FILE_TOO_LARGE);
                }
                if (!files.hasRoom()) {
                    throw new PageRefusal.Raised(PageRefusal.NO_ROOM);
                }
                out.write(buffer, 0, count);
            }
        }
        return new UploadedFile(item.getFieldName(), item.getName(), item.getContentType(), size, target);
    }
}
