package dev.switchboard.channel.file;

import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The one file of a form that was sent as {@code multipart/form-data}.
 *
 * <p>Read by hand and strictly: a form with anything else in it is no form of ours, so there is
 * nothing that two readers could understand differently.
 *
 * @param name as the browser gave it, not to be trusted
 * @param content its bytes
 */
public record FormFile(String name, byte[] content) {
  /** Largest file, in bytes. */
  public static final int LARGEST = 10 << 20;

  /** Largest form with one file in it, in bytes. */
  public static final int LARGEST_FORM = LARGEST + (8 << 10);

  private static final String FIELD = "file";
  private static final byte[] BLANK_LINE = bytes("\r\n\r\n");
  private static final int LONGEST_HEAD = 6 << 10;
  private static final Pattern BOUNDARY = Pattern.compile("[A-Za-z0-9'()+_,./:=?-]{1,70}");
  private static final Pattern DISPOSITION =
      Pattern.compile(
          "content-disposition: *form-data; *name=\"([^\"\r\n]*)\"; *filename=\"([^\"\r\n]*)\"",
          Pattern.CASE_INSENSITIVE);

  /**
   * What stands between the parts of the request's form.
   *
   * @throws Refusal with 415 when the request brings no form
   */
  public static String boundary(HttpRequest<?> request) {
    if (request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE).size() != 1) {
      throw noForm();
    }
    return request
        .getContentType()
        .filter(type -> type.getName().equalsIgnoreCase(MediaType.MULTIPART_FORM_DATA))
        .flatMap(type -> type.getParameters().get("boundary"))
        .map(CharSequence::toString)
        .filter(boundary -> BOUNDARY.matcher(boundary).matches())
        .orElseThrow(FormFile::noForm);
  }

  private static Refusal noForm() {
    return new Refusal(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "form", "Send the file as multipart/form-data.");
  }

  /**
   * Reads a form.
   *
   * @param form all of it
   * @param boundary as {@link #boundary} gives it
   * @throws Refusal with 400 when it is not a form with one file called {@code file}, with 422 when
   *     the file is empty, with 413 when it is larger than {@link #LARGEST}
   */
  public static FormFile of(byte[] form, String boundary) {
    var opening = bytes("--" + boundary + "\r\n");
    int head = opening.length;
    if (!Arrays.equals(form, 0, Math.min(form.length, head), opening, 0, head)) {
      throw bad();
    }
    int body = find(form, BLANK_LINE, head, Math.min(form.length, head + LONGEST_HEAD));
    var name = name(new String(form, head, body - head, StandardCharsets.UTF_8));
    int start = body + BLANK_LINE.length;
    var closing = bytes("\r\n--" + boundary + "--");
    int end = find(form, closing, start, form.length);
    requireNothingAfter(form, end + closing.length);
    return new FormFile(name, content(form, start, end));
  }

  private static String name(String head) {
    var disposition =
        head.lines().map(DISPOSITION::matcher).filter(line -> line.matches()).toList();
    if (disposition.size() != 1 || !disposition.getFirst().group(1).equals(FIELD)) {
      throw bad();
    }
    // What browsers do to quotes and line ends in names.
    return disposition
        .getFirst()
        .group(2)
        .replace("%22", "\"")
        .replace("%0D", "\r")
        .replace("%0A", "\n");
  }

  private static byte[] content(byte[] form, int start, int end) {
    if (start == end) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "file_empty", "The file is empty.");
    }
    if (end - start > LARGEST) {
      throw tooLarge();
    }
    return Arrays.copyOfRange(form, start, end);
  }

  /** What is said of a file that is too large. */
  public static Refusal tooLarge() {
    return new Refusal(
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        "file_too_large",
        "The file must not be larger than %d MB.".formatted(LARGEST >> 20));
  }

  private static void requireNothingAfter(byte[] form, int end) {
    if (!new String(form, end, form.length - end, StandardCharsets.ISO_8859_1).matches("(\r\n)?")) {
      throw bad();
    }
  }

  private static int find(byte[] form, byte[] wanted, int from, int to) {
    for (int i = from; i <= to - wanted.length; i++) {
      if (form[i] == wanted[0]
          && Arrays.equals(form, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw bad();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Refusal bad() {
    return new Refusal(
        HttpStatus.BAD_REQUEST, "form", "The form must hold one file, called file, and no more.");
  }
}
