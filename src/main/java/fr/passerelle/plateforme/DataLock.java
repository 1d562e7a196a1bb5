package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One hub for one data folder: taken before anything else of the folder is touched, given
 * back by the system whatever the end of the process.
 */
class DataLock implements AutoCloseable {

	private final FileChannel channel;

	DataLock(Path data) {
		this.channel = open(data);
		if (!locked()) {
			throw new DemarrageImpossible(
					"Le dossier de données « %s » est déjà utilisé par une autre passerelle%s.".formatted(data,
							owner()),
					"Arrêtez-la d'abord, ou donnez à celle-ci une autre maison avec --passerelle.home=DOSSIER "
							+ "(et d'autres ports).");
		}
		writeOwner();
	}

	private static FileChannel open(Path data) {
		try {
			Files.createDirectories(data);
			return FileChannel.open(data.resolve("passerelle.verrou"), StandardOpenOption.CREATE,
					StandardOpenOption.READ, StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new DemarrageImpossible("Le dossier de données « %s » ne peut pas être écrit.".formatted(data),
					"Donnez le droit d'y écrire à l'utilisateur « %s », ou lancez la passerelle sous son propriétaire."
						.formatted(System.getProperty("user.name")),
					ex);
		}
	}

	private boolean locked() {
		try {
			// Beyond the text, so that a second hub can still read it where locks are
			// mandatory.
			FileLock lock = this.channel.tryLock(1024, 1, false);
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new DemarrageImpossible("Le verrou du dossier de données ne peut pas être pris.",
					"Placez le dossier de données sur un disque local.", ex);
		}
	}

	private String owner() {
		try (this.channel) {
			ByteBuffer text = ByteBuffer.allocate(20);
			this.channel.read(text, 0);
			return " (processus " + new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII) + ")";
		}
		catch (IOException ex) {
			return "";
		}
	}

	private void writeOwner() {
		try {
			this.channel.truncate(0);
			this.channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
		}
		catch (IOException ex) {
			throw new DemarrageImpossible("Le dossier de données ne peut pas être écrit.",
					"Vérifiez la place libre et les droits.", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
