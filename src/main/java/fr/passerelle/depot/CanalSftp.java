package fr.passerelle.depot;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an SFTP server of the settings is looked at; who it is, and how it is joined, is in
 * the same place of the settings ({@link fr.passerelle.canal.ServeursSftp}).
 *
 * @param nom how the routes and the ledger name it
 * @param releve whether files are fetched there; one that only receives packages has none
 * to fetch
 * @param dossier folder of the server that is looked at, with its sub-folders
 * @param intervalle time between two looks
 * @param apres what becomes of a file that is in the ledger
 * @param traites sub-folder for the files taken
 * @param uai the school of every file of this server
 * @param dossiers school of each sub-folder; one that is not named here is named by its
 * school
 */
record CanalSftp(String nom, @DefaultValue("true") boolean releve, @DefaultValue("") String dossier,
		@DefaultValue("30s") Duration intervalle, @DefaultValue("deplacer") Apres apres,
		@DefaultValue("traites") String traites, String uai, Map<String, String> dossiers) {

	private static final Pattern MOTIFS = Pattern.compile("[*?\\\\]");

	/** What becomes of a file on the server. */
	enum Apres {

		DEPLACER, SUPPRIMER

	}

	CanalSftp {
		dossiers = (dossiers != null) ? Map.copyOf(dossiers) : Map.of();
	}

	/** How the ledger names this channel. */
	String canal() {
		return "sftp:" + this.nom;
	}

	/** The school of a file, null when only the file can tell. */
	String uai(String chemin) {
		int barre = chemin.indexOf('/');
		if (this.uai != null || barre < 0) {
			return this.uai;
		}
		String sien = chemin.substring(0, barre);
		return this.dossiers.getOrDefault(sien, sien);
	}

	/**
	 * Where a file taken goes, its number before its name: no other has it. What the SFTP
	 * client would read as a pattern is not written there.
	 */
	String rangement(String numero, String nomDuFichier) {
		return dansLeDossier(this.traites) + "/" + numero + "-" + MOTIFS.matcher(nomDuFichier).replaceAll("_");
	}

	String dansLeDossier(String chemin) {
		return this.dossier.isEmpty() ? chemin : this.dossier + "/" + chemin;
	}

	@Override
	public String toString() {
		return canal();
	}

}
