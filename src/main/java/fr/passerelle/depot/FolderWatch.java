package fr.passerelle.depot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which files of the watched folders may be taken now: those that are whole, a few of
 * each folder at a time. Also the poll strategy of the route, to know when a look begins.
 */
@Component("fichiersEntiers")
class FolderWatch extends DefaultPollingConsumerPollStrategy implements GenericFileFilter<File> {

	private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

	/** What was seen of a file, and since when it has not moved. */
	private record Vue(long taille, long modifie, long depuis, long look) {
	}

	private final DepotSettings settings;

	private final Map<String, Vue> vues = new ConcurrentHashMap<>();

	private final Map<String, Integer> pris = new HashMap<>();

	private final Set<String> signales = ConcurrentHashMap.newKeySet();

	private final LongSupplier nanos;

	private long look;

	@Autowired
	FolderWatch(DepotSettings settings) {
		this(settings, System::nanoTime);
	}

	FolderWatch(DepotSettings settings, LongSupplier nanos) {
		this.settings = settings;
		this.nanos = nanos;
	}

	@Override
	public boolean begin(Consumer consumer, Endpoint endpoint) {
		this.pris.clear();
		this.vues.values().removeIf((vue) -> vue.look() < this.look - 1);
		this.look++;
		return true;
	}

	@Override
	public boolean accept(GenericFile<File> fichier) {
		if (fichier.isDirectory()) {
			return aOuvrir(fichier);
		}
		return aPrendre(fichier) && entier(fichier);
	}

	/**
	 * A folder whose name holds {@code \} would lead elsewhere: Camel writes it as
	 * {@code /}.
	 */
	private boolean aOuvrir(GenericFile<File> dossier) {
		String nom = dossier.getFile().getName();
		if (File.separatorChar == '/' && nom.indexOf('\\') >= 0) {
			signaler(dossier, "un dossier dont le nom porte « \\ » n'est pas ouvert ; renommez-le.");
			return false;
		}
		return !nom.equals("refuses");
	}

	/**
	 * Names that mean “not yet”, and the hub's own notice; any other, however odd, is
	 * taken.
	 */
	private boolean aPrendre(GenericFile<File> fichier) {
		String nom = fichier.getFileNameOnly().toLowerCase(Locale.ROOT);
		boolean notice = nom.equals("readme.md") && fichier.getFile().getParentFile().equals(inbox());
		return !nom.startsWith(".") && !nom.endsWith(".part") && !nom.endsWith(".tmp") && !notice;
	}

	/** The end of a file is read last, and only if its folder may still give one. */
	private boolean entier(GenericFile<File> fichier) {
		long immobile = immobile(fichier);
		String dossier = fichier.getFile().getParent();
		if (immobile < this.settings.stable().toNanos()
				|| this.pris.getOrDefault(dossier, 0) >= this.settings.parEtablissement()
				|| !aSaFin(fichier, immobile)) {
			return false;
		}
		this.pris.merge(dossier, 1, Integer::sum);
		return true;
	}

	/** For how long, in nanoseconds, its size and its time have not moved. */
	private long immobile(GenericFile<File> fichier) {
		long maintenant = this.nanos.getAsLong();
		Vue vue = this.vues.compute(fichier.getAbsoluteFilePath(), (chemin, avant) -> {
			boolean pareil = avant != null && avant.taille() == fichier.getFileLength()
					&& avant.modifie() == fichier.getLastModified();
			return new Vue(fichier.getFileLength(), fichier.getLastModified(), pareil ? avant.depuis() : maintenant,
					this.look);
		});
		return maintenant - vue.depuis();
	}

	/**
	 * A link would lend its depositor the eyes of the hub, and reading a pipe would never
	 * end: only plain files are opened.
	 */
	private boolean aSaFin(GenericFile<File> fichier, long immobile) {
		try {
			Path chemin = fichier.getFile().toPath();
			if (!Files.readAttributes(chemin, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isRegularFile()) {
				signaler(fichier, "un lien symbolique, ou autre chose qu'un fichier ordinaire, y est laissé.");
				return false;
			}
			return switch (Wholeness.of(chemin)) {
				case WHOLE -> true;
				case SILENT -> immobile >= this.settings.stableSansFin().toNanos();
				case CUT -> immobile >= this.settings.incomplet().toNanos();
			};
		}
		catch (IOException ex) {
			if (immobile >= this.settings.incomplet().toNanos()) {
				signaler(fichier, "un fichier ne peut pas être lu ; donnez au hub le droit de lire et d'écrire ici.");
			}
			return false;
		}
		catch (InvalidPathException ex) {
			signaler(fichier,
					"un fichier au nom accentué ne peut pas être lu sous cette langue du système ; relancez le hub avec LC_ALL=C.UTF-8.");
			return false;
		}
	}

	/** Once for each folder: the file is looked at again and again. */
	private void signaler(GenericFile<File> fichier, String quoi) {
		String phrase = "Dossier de dépôt « " + fichier.getFile().getParentFile().getName() + " » : " + quoi;
		if (this.signales.add(phrase)) {
			LOG.warn(phrase);
		}
	}

	private File inbox() {
		return this.settings.inbox().toFile().getAbsoluteFile();
	}

}
