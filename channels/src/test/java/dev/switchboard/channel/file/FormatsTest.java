package dev.switchboard.channel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what content and name agree on, and what is on the list, is taken. */
class FormatsTest {
  private static final String DOCX_NAMES = "[Content_Types].xml...word/document.xml...";

  private static final Map<Format, String> GENUINE =
      Map.ofEntries(
          Map.entry(Format.PNG, "\u0089PNG\r\n\u001a\n..."),
          Map.entry(Format.JPEG, "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0.."),
          Map.entry(Format.GIF, "GIF89a..."),
          Map.entry(Format.WEBP, "RIFF\u0004\0\0\0WEBPVP8 "),
          Map.entry(Format.PDF, "%PDF-1.7\n..."),
          Map.entry(Format.DOCX, "PK\u0003\u0004..." + DOCX_NAMES),
          Map.entry(Format.WEBM, "\u001aE\u00df\u00a3..B\u0082\u0084webm..A_OPUS.."),
          Map.entry(Format.OGG, "OggS\0\u0002......OpusHead.."),
          Map.entry(Format.MP4, "\0\0\0\u001cftypM4A ...hdlr\0\0\0\0\0\0\0\0soun.."),
          Map.entry(Format.MPEG, "ID3\u0004\0\0..."),
          Map.entry(Format.WAV, "RIFF\u0004\0\0\0WAVEfmt "),
          Map.entry(Format.CSV, "name;order\nAnn;4711\n"),
          Map.entry(Format.TXT, "Order 4711\n"));

  private static final Map<String, Format> ENDINGS =
      Map.ofEntries(
          Map.entry("png", Format.PNG),
          Map.entry("JPG", Format.JPEG),
          Map.entry("jpeg", Format.JPEG),
          Map.entry("gif", Format.GIF),
          Map.entry("webp", Format.WEBP),
          Map.entry("pdf", Format.PDF),
          Map.entry("docx", Format.DOCX),
          Map.entry("webm", Format.WEBM),
          Map.entry("ogg", Format.OGG),
          Map.entry("m4a", Format.MP4),
          Map.entry("mp3", Format.MPEG),
          Map.entry("wav", Format.WAV),
          Map.entry("csv", Format.CSV),
          Map.entry("txt", Format.TXT));

  /** What is never taken, under any name but a text's. */
  private static final List<String> HOSTILE =
      List.of(
          "MZ\u0090\0\u0003\0\0\0",
          "\u007fELF\u0002\u0001\u0001\0",
          "<!doctype html><script>alert(1)</script>",
          "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
          "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
          "alert(document.cookie)",
          "#!/bin/sh\nrm -rf /\n",
          "L\0\0\0\u0001\u0014\u0002\0",
          "PK\u0003\u0004...evil.exe...",
          "PK\u0003\u0004..." + DOCX_NAMES + "word/vbaProject.bin",
          "\u001aE\u00df\u00a3..B\u0082\u0084webm..V_VP9..",
          "\u001aE\u00df\u00a3..B\u0082\u0088matroska..",
          "OggS\0\u0002......\u0080theora..",
          "\0\0\0\u001cftypisom...hdlr\0\0\0\0\0\0\0\0vide..",
          "\0\0\0\u001cftypheic....",
          "Rar!\u001a\u0007\0",
          "BM......",
          "II*\0\b\0\0\0",
          "{\\rtf1\\ansi",
          "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
          " %PDF-1.7",
          "\u00ef\u00bb\u00bfGIF89a");

  static Stream<Arguments> genuine() {
    return GENUINE.entrySet().stream()
        .flatMap(content ->
            ENDINGS.entrySet().stream()
                .map(ending ->
                    arguments(
                        content.getKey(), content.getValue(), ending.getKey(), ending.getValue())));
  }

  @ParameterizedTest(name = "{0} as .{2}")
  @MethodSource("genuine")
  void takesAFormatUnderItsOwnNameOnly(Format content, String bytes, String ending, Format named) {
    var isText = content == Format.CSV || content == Format.TXT;
    var expected =
        content == named || isText && (named == Format.CSV || named == Format.TXT)
            ? Optional.of(named)
            : Optional.empty();
    // Text by its bytes alone: what is written so can be read by people, whatever it begins with.
    var readable = content == Format.GIF || content == Format.PDF;
    if (!readable || named != Format.TXT && named != Format.CSV) {
      assertThat(format(bytes, "a." + ending)).isEqualTo(expected);
    }
  }

  static Stream<Arguments> disguises() {
    return HOSTILE.stream()
        .flatMap(content ->
            ENDINGS.keySet().stream()
                .filter(ending -> !ending.equals("txt") && !ending.equals("csv"))
                .map(ending -> arguments(content, ending)));
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void takesNothingElseUnderAnyName(String content, String ending) {
    assertThat(format(content, "a." + ending)).isEmpty();
  }

  @Test
  void takesNothingUnderNamesThatProgramsRun() {
    for (var ending :
        List.of(
            "exe",
            "js",
            "html",
            "htm",
            "svg",
            "hta",
            "lnk",
            "php",
            "jar",
            "docm",
            "xml",
            "zip",
            "htaccess",
            "",
            "png.exe",
            "txt.html",
            "pdf ",
            "png\u202egnp.exe")) {
      for (var content : GENUINE.values()) {
        var name = FileName.of("a." + ending);
        assertThat(format(content, "a." + ending))
            .as("%s is %s", ending, name)
            .isEqualTo(ending.equals("pdf ") ? format(content, "a.pdf") : Optional.<Format>empty());
      }
    }
  }

  @Test
  void tellsProgramsFromText() {
    assertThat(format("MZ\u0090\0\u0003", "a.txt")).isEmpty();
    assertThat(format("a\u001b[2J", "a.txt")).isEmpty();
    assertThat(format("caf\u00e9\r\n\tx\f", "a.txt")).contains(Format.TXT);
  }

  private static Optional<Format> format(String content, String name) {
    return Format.of(new Content(content.getBytes(StandardCharsets.ISO_8859_1)), FileName.of(name));
  }
}
