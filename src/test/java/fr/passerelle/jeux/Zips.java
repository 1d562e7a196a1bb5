package fr.passerelle.jeux;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Small archives in memory. */
final class Zips {

	private Zips() {
	}

	/** Whether the bytes are an archive with an entry that can be read. */
	static boolean isZip(byte[] bytes) {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			boolean entry = zip.getNextEntry() != null;
			zip.readAllBytes();
			return entry;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	/** The first entry. */
	static byte[] document(byte[] archive) {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			zip.getNextEntry();
			return zip.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String entryName(byte[] archive) {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			return zip.getNextEntry().getName();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] of(String name, byte[] content) {
		return two(name, content, name, null);
	}

	/** Two entries, or one when the second has no content or the same name. */
	static byte[] two(String name, byte[] content, String other, byte[] second) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setLevel(1);
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
			if (second != null && !other.equals(name)) {
				zip.putNextEntry(new ZipEntry(other));
				zip.write(second);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}

}
