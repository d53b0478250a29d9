package org.answerloop.imports.model;

/**
 * A file that has come in completely and lies in the directory of imports.
 *
 * @param name of the file there
 * @param size in bytes
 * @param sha256 in 64 hexadecimal digits
 */
public record SpooledFile(String name, long size, String sha256) {}
