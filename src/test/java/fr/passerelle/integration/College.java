package fr.passerelle.integration;

import java.nio.file.Path;

import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;

/**
 * A collège on paper: its files, and what is expected of them.
 *
 * @param attendu what the generator foretells
 * @param dossier where its files are
 */
record College(EtablissementAttendu attendu, Path dossier) {

	String uai() {
		return this.attendu.uai();
	}

	/** The file of this kind that is to be applied. */
	Path fichier(String flux) {
		return this.attendu.fichiers()
			.stream()
			.filter((fichier) -> flux.equals(fichier.flux()) && fichier.etat().startsWith("traite"))
			.map(FichierAttendu::fichier)
			.map(this.dossier::resolve)
			.findFirst()
			.orElseThrow();
	}

}
