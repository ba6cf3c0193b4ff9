package org.tongban.local.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies a folder with all in it as it is: links as links, and who may read what. */
final class FolderCopy extends SimpleFileVisitor<Path> {

    private final Path from;

    private final Path to;

    private FolderCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    static void of(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new FolderCopy(from, to));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        return copy(folder);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        return copy(file);
    }

    private FileVisitResult copy(Path one) throws IOException {
        Files.copy(
                one, to.resolve(from.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }
}
