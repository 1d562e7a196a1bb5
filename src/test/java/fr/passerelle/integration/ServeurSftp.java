package fr.passerelle.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SSH server on a folder, with one account that has a password and a key. */
public final class ServeurSftp implements AutoCloseable {

	public static final String UTILISATEUR = "passerelle";

	public static final String MOT_DE_PASSE = "un (mot) de passe & des signes %2B";

	private final Path dossier;

	private final KeyPair cleDuServeur = cle("EC", 256);

	private final KeyPair cleDuClient = cle("RSA", 2048);

	private final Map<String, Integer> lectures = new ConcurrentHashMap<>();

	private final AtomicInteger connexions = new AtomicInteger();

	private final AtomicInteger comptes = new AtomicInteger();

	private final AtomicInteger retenus = new AtomicInteger();

	private final List<String> arrivees = new CopyOnWriteArrayList<>();

	private final AtomicReference<String> coupure = new AtomicReference<>();

	private final AtomicReference<CountDownLatch> retenue = new AtomicReference<>(new CountDownLatch(0));

	private SshServer serveur;

	private int port;

	public ServeurSftp(Path dossier) throws IOException {
		this.dossier = dossier;
		Files.createDirectories(racine());
		demarrer();
	}

	/** Starts, on the port it had if it was started before. */
	public void demarrer() throws IOException {
		SftpSubsystemFactory sftp = new SftpSubsystemFactory();
		sftp.addSftpEventListener(new Lectures());
		this.serveur = SshServer.setUpDefaultServer();
		this.serveur.setHost("127.0.0.1");
		this.serveur.setPort(this.port);
		this.serveur.setKeyPairProvider(KeyPairProvider.wrap(this.cleDuServeur));
		this.serveur.setPasswordAuthenticator((utilisateur, motDePasse, session) -> {
			this.comptes.incrementAndGet();
			return UTILISATEUR.equals(utilisateur) && MOT_DE_PASSE.equals(motDePasse);
		});
		this.serveur.setPublickeyAuthenticator((utilisateur, cle, session) -> UTILISATEUR.equals(utilisateur)
				&& KeyUtils.compareKeys(cle, this.cleDuClient.getPublic()));
		this.serveur.setSubsystemFactories(List.of(sftp));
		this.serveur.setFileSystemFactory(new VirtualFileSystemFactory(racine()));
		this.serveur.addSessionListener(new SessionListener() {

			@Override
			public void sessionCreated(Session session) {
				ServeurSftp.this.connexions.incrementAndGet();
			}

		});
		this.serveur.start();
		this.port = this.serveur.getPort();
	}

	public void arreter() throws IOException {
		this.serveur.stop(true);
	}

	public int port() {
		return this.port;
	}

	public Path racine() {
		return this.dossier.resolve("serveur");
	}

	/** How often a file was opened to be read. */
	int lectures(String nom) {
		return this.lectures.getOrDefault(nom, 0);
	}

	int connexions() {
		return this.connexions.get();
	}

	/** The files that got their name, in order. */
	public List<String> arrivees() {
		return this.arrivees;
	}

	/** Closes the line, once, on who begins to write a file whose name has this in it. */
	public void couperSur(String nom) {
		this.coupure.set(nom);
	}

	/** Answers nothing any more to who writes, the line staying open. */
	public void retenir() {
		this.retenue.set(new CountDownLatch(1));
	}

	public void relacher() {
		this.retenue.get().countDown();
	}

	/** Whether somebody waits for an answer. */
	public boolean retient() {
		return this.retenus.get() > 0;
	}

	/** How often somebody showed a password. */
	public int comptes() {
		return this.comptes.get();
	}

	/** What a client must know of this server. */
	public Path hotesConnus() throws IOException {
		return hotesConnus(this.cleDuServeur.getPublic());
	}

	/** What a client knows that was given the key of another server. */
	public Path autresHotesConnus() throws IOException {
		return hotesConnus(cle("EC", 256).getPublic());
	}

	private Path hotesConnus(PublicKey cle) throws IOException {
		StringBuilder ligne = new StringBuilder("[127.0.0.1]:" + this.port + " ");
		PublicKeyEntry.appendPublicKeyEntry(ligne, cle);
		return Files.writeString(Files.createTempFile(this.dossier, "hotes-", ".txt"), ligne + "\n");
	}

	/** The private key of the account. */
	Path cleDuClient() throws IOException {
		String texte = Base64.getMimeEncoder(64, new byte[] { '\n' })
			.encodeToString(this.cleDuClient.getPrivate().getEncoded());
		return Files.writeString(this.dossier.resolve("cle.pem"),
				"-----BEGIN PRIVATE KEY-----\n" + texte + "\n-----END PRIVATE KEY-----\n");
	}

	/** Puts a file there the way a careful sender does. */
	public Path poser(String chemin, Path fichier) {
		try {
			Path cible = racine().resolve(chemin);
			Files.createDirectories(cible.getParent());
			Path brouillon = Files.copy(fichier, cible.resolveSibling(cible.getFileName() + ".part"),
					StandardCopyOption.REPLACE_EXISTING);
			return Files.move(brouillon, cible, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static KeyPair cle(String sorte, int taille) {
		try {
			KeyPairGenerator generateur = KeyPairGenerator.getInstance(sorte);
			generateur.initialize(taille);
			return generateur.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.serveur.close();
	}

	private final class Lectures implements SftpEventListener {

		@Override
		public void open(ServerSession session, String remoteHandle, Handle fichier) {
			if (fichier instanceof FileHandle) {
				ServeurSftp.this.lectures.merge(fichier.getFile().getFileName().toString(), 1, Integer::sum);
			}
		}

		@Override
		public void opening(ServerSession session, String remoteHandle, Handle fichier) {
			String fin = ServeurSftp.this.coupure.get();
			if (fin != null && fichier.getFile().getFileName().toString().contains(fin)) {
				ServeurSftp.this.coupure.set(null);
				session.close(true);
			}
		}

		@Override
		public void writing(ServerSession session, String remoteHandle, FileHandle fichier, long offset, byte[] data,
				int dataOffset, int dataLen) {
			ServeurSftp.this.retenus.incrementAndGet();
			try {
				ServeurSftp.this.retenue.get().await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				ServeurSftp.this.retenus.decrementAndGet();
			}
		}

		@Override
		public void moved(ServerSession session, Path de, Path vers, Collection<CopyOption> options, Throwable echec) {
			if (echec == null) {
				ServeurSftp.this.arrivees.add(vers.getFileName().toString());
			}
		}

	}

}
