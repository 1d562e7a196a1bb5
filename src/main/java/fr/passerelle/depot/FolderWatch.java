package fr.passerelle.depot;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

	private final AtomicBoolean illisible = new AtomicBoolean();

	private long look;

	FolderWatch(DepotSettings settings) {
		this.settings = settings;
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
			return !fichier.getFileNameOnly().equals("refuses");
		}
		return aPrendre(fichier) && entier(fichier) && placeDansCeTour(fichier);
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

	private boolean entier(GenericFile<File> fichier) {
		long maintenant = System.nanoTime();
		Vue vue = this.vues.compute(fichier.getAbsoluteFilePath(), (chemin, avant) -> {
			boolean pareil = avant != null && avant.taille() == fichier.getFileLength()
					&& avant.modifie() == fichier.getLastModified();
			return new Vue(fichier.getFileLength(), fichier.getLastModified(), pareil ? avant.depuis() : maintenant,
					this.look);
		});
		long immobile = maintenant - vue.depuis();
		return immobile >= this.settings.stable().toNanos() && aSaFin(fichier, immobile);
	}

	private boolean aSaFin(GenericFile<File> fichier, long immobile) {
		try {
			return switch (Wholeness.of(fichier.getFile().toPath())) {
				case WHOLE -> true;
				case SILENT -> immobile >= this.settings.stableSansFin().toNanos();
				case CUT -> immobile >= this.settings.incomplet().toNanos();
			};
		}
		catch (IOException ex) {
			LOG.debug("a file of the inbox cannot be read yet", ex);
			return false;
		}
		catch (InvalidPathException ex) {
			if (this.illisible.compareAndSet(false, true)) {
				LOG.error(
						"Un fichier au nom accentué ne peut pas être lu sous cette langue du système : relancez le hub avec LC_ALL=C.UTF-8.");
			}
			return false;
		}
	}

	private boolean placeDansCeTour(GenericFile<File> fichier) {
		return this.pris.merge(fichier.getFile().getParent(), 1, Integer::sum) <= this.settings.parEtablissement();
	}

	private File inbox() {
		return this.settings.inbox().toFile().getAbsoluteFile();
	}

}
