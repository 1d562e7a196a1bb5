package fr.passerelle.enveloppe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import fr.passerelle.noyau.RefusException;

/** Finds the one XML document of an archive, by content. */
final class ChoixEntree {

	private final List<Contenu.Entree> fichiers;

	private final List<Contenu.Entree> xml = new ArrayList<>();

	private final Connus connus;

	ChoixEntree(List<Contenu.Entree> contenus, Connus connus) {
		this.connus = connus;
		this.fichiers = contenus.stream().filter(Predicate.not(ChoixEntree::debris)).toList();
	}

	/** Whether a desktop left its own files in this archive. */
	static boolean debris(Contenu.Entree contenu) {
		return new NomEntree(contenu.nom()).debris();
	}

	Contenu.Entree unique() throws IOException {
		if (this.fichiers.isEmpty()) {
			throw Refus.de(Codes.VIDE);
		}
		for (Contenu.Entree fichier : this.fichiers) {
			trier(fichier);
		}
		if (this.xml.size() != 1 || this.fichiers.size() != 1) {
			throw nombre();
		}
		Contenu.Entree unique = this.xml.get(0);
		if (new NomEntree(unique.nom()).dansUnDossier()) {
			throw Refus.de(Codes.DOSSIER, "entree", unique.nom());
		}
		return unique;
	}

	private void trier(Contenu.Entree fichier) throws IOException {
		byte[] tete = fichier.tete();
		if (Signatures.estArchive(tete)) {
			throw Refus.de(Codes.IMBRIQUEE, "entree", fichier.nom());
		}
		if (Signatures.estXml(tete)) {
			this.xml.add(fichier);
		}
	}

	private RefusException nombre() {
		if (this.xml.isEmpty()) {
			return Refus.de(Codes.SANS_XML, "nombre", this.fichiers.size());
		}
		if (this.xml.size() == 1) {
			return Refus.de(Codes.INTRUS, "nombre", this.fichiers.size() - 1);
		}
		this.connus.verifierEntrees(this.xml.stream().map(Contenu.Entree::nom).toList());
		return Refus.de(Codes.PLUSIEURS, "nombre", this.xml.size());
	}

}
