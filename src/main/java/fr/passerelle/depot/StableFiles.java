package fr.passerelle.depot;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which files of a server may be fetched: those that two looks saw alike, and whose name
 * does not say “not yet”.
 */
class StableFiles<T> implements GenericFileFilter<T> {

	/** What was seen of a file, and since when it has not moved. */
	private record Vue(long taille, long modifie, long depuis) {
	}

	/** Files that others remove are never taken: what was seen of the oldest goes. */
	private static final int VUES_MAX = 10_000;

	private final Map<String, Vue> vues = Collections.synchronizedMap(new LinkedHashMap<>() {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Vue> plusAncienne) {
			return size() > VUES_MAX;
		}
	});

	private final String traites;

	private final Duration stable;

	StableFiles(String traites, Duration stable) {
		this.traites = traites;
		this.stable = stable;
	}

	@Override
	public boolean accept(GenericFile<T> fichier) {
		String nom = fichier.getFileNameOnly();
		if (fichier.isDirectory()) {
			return !nom.startsWith(".") && !nom.equals(this.traites);
		}
		return estFini(nom.toLowerCase(Locale.ROOT)) && estImmobile(fichier);
	}

	private static boolean estFini(String nom) {
		return !nom.startsWith(".") && !nom.endsWith(".part") && !nom.endsWith(".tmp") && !nom.endsWith(".filepart");
	}

	private boolean estImmobile(GenericFile<T> fichier) {
		String chemin = fichier.getRelativeFilePath();
		Vue avant = this.vues.get(chemin);
		if (avant != null && avant.taille() == fichier.getFileLength()
				&& avant.modifie() == fichier.getLastModified()) {
			return immobile(chemin).compareTo(this.stable) >= 0;
		}
		this.vues.put(chemin, new Vue(fichier.getFileLength(), fichier.getLastModified(), System.nanoTime()));
		return false;
	}

	/** How long this file has not moved. */
	Duration immobile(String chemin) {
		Vue vue = this.vues.get(chemin);
		return (vue != null) ? Duration.ofNanos(System.nanoTime() - vue.depuis()) : Duration.ZERO;
	}

	/** Forgets a file that is gone. */
	void oublier(String chemin) {
		this.vues.remove(chemin);
	}

}
