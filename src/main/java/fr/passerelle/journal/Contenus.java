package fr.passerelle.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The content store: bytes kept under their SHA-256. A content is there whole and on the
 * disk, or it is not there: it is written aside, forced, then renamed.
 */
public final class Contenus {

	/** What was kept: the key of the content and its size in bytes. */
	public record Contenu(String empreinte, long taille) {
	}

	/** What writes the bytes to keep. */
	public interface Source {

		void verser(OutputStream sortie) throws IOException;

	}

	/**
	 * Says of bytes that are whole on the disk, but not kept yet, whether they are to be.
	 */
	public interface Epreuve {

		boolean admet(Contenu contenu, Path brouillon) throws IOException;

	}

	private final Path dossier;

	public Contenus(Path dossier) {
		this.dossier = dossier;
	}

	/**
	 * Keeps these bytes.
	 * @throws TropGrand beyond this many bytes, nothing being kept
	 */
	public Contenu garder(InputStream octets, long limite) throws IOException {
		return garder((sortie) -> copier(octets, sortie), limite, (contenu, brouillon) -> true).orElseThrow();
	}

	/**
	 * Keeps what this source writes, if it stands the test; of what does not, nothing
	 * stays.
	 * @throws TropGrand beyond this many bytes, nothing being kept
	 */
	public Optional<Contenu> garder(Source source, long limite, Epreuve epreuve) throws IOException {
		Path brouillon = Files.createDirectories(this.dossier.resolve("brouillons"))
			.resolve(UUID.randomUUID().toString());
		try {
			Contenu contenu = ecrire(source, brouillon, limite);
			if (!epreuve.admet(contenu, brouillon)) {
				return Optional.empty();
			}
			installer(brouillon, chemin(contenu.empreinte()));
			return Optional.of(contenu);
		}
		finally {
			Files.deleteIfExists(brouillon);
		}
	}

	/** Where the content of this key is. */
	public Path chemin(String empreinte) {
		return this.dossier.resolve(empreinte.substring(0, 2)).resolve(empreinte);
	}

	/**
	 * Reads a content again and compares it with its key.
	 * @throws Altere when it is no longer what was received, or no longer there
	 */
	public void verifier(String empreinte) {
		MessageDigest condense = sha256();
		try (InputStream octets = new DigestInputStream(Files.newInputStream(chemin(empreinte)), condense)) {
			octets.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new Altere(empreinte, ex);
		}
		if (!HexFormat.of().formatHex(condense.digest()).equals(empreinte)) {
			throw new Altere(empreinte, null);
		}
	}

	/**
	 * Makes sure that a content is there.
	 * @throws Oublie when it is not
	 */
	void exiger(String empreinte) {
		if (!Files.exists(chemin(empreinte))) {
			throw new Oublie(empreinte);
		}
	}

	/** Forgets a content, if nobody needs it any more. */
	public void oublier(String empreinte) {
		try {
			Files.deleteIfExists(chemin(empreinte));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("removing a content", ex);
		}
	}

	private static Contenu ecrire(Source source, Path cible, long limite) throws IOException {
		MessageDigest condense = sha256();
		try (FileChannel canal = FileChannel.open(cible, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				SortieBornee sortie = new SortieBornee(Channels.newOutputStream(canal), limite)) {
			sortie.recevoir(source, new DigestOutputStream(sortie, condense));
			canal.force(true);
			return new Contenu(HexFormat.of().formatHex(condense.digest()), sortie.taille());
		}
	}

	private static void copier(InputStream source, OutputStream cible) throws IOException {
		byte[] tampon = new byte[64 * 1024];
		for (int lus = source.read(tampon); lus >= 0; lus = source.read(tampon)) {
			cible.write(tampon, 0, lus);
		}
	}

	private static void installer(Path brouillon, Path cible) throws IOException {
		if (!Files.exists(cible)) {
			Files.createDirectories(cible.getParent());
			Files.move(brouillon, cible, StandardCopyOption.ATOMIC_MOVE);
			forcer(cible.getParent());
		}
	}

	/** A rename is only on the disk when its folder is. */
	private static void forcer(Path dossier) throws IOException {
		try (FileChannel canal = FileChannel.open(dossier, StandardOpenOption.READ)) {
			canal.force(true);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** A content that is missing, or not what its key says: it is never applied (F44). */
	public static final class Altere extends IllegalStateException {

		Altere(String empreinte, IOException cause) {
			super("content " + empreinte + " is missing or altered", cause);
		}

	}

	/** A content was forgotten just after it was kept again: it is to be kept anew. */
	public static final class Oublie extends IllegalStateException {

		Oublie(String empreinte) {
			super("content " + empreinte + " has just been forgotten");
		}

	}

	/** More bytes than the limit. */
	public static final class TropGrand extends IOException {

		private final long limite;

		TropGrand(long limite) {
			super("more than " + limite + " bytes");
			this.limite = limite;
		}

		public long limite() {
			return this.limite;
		}

	}

}
