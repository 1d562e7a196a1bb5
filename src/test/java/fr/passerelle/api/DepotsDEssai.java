package fr.passerelle.api;

import java.util.Set;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Fiches;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Receptions;
import fr.passerelle.journal.Transitions;
import fr.passerelle.noyau.NumeroDepot;

/** Makes deposits of the ledger for the tests of the web side. */
public record DepotsDEssai(Receptions receptions, Fiches fiches, Transitions transitions, ComptesRendus comptesRendus) {

	/** The bytes that every deposit of these tests says it has. */
	static final String EMPREINTE = "00".repeat(32);

	/** A file of the drop folder of this school, nothing being known of it. */
	NumeroDepot recu(String uai, String fichier) {
		return this.receptions
			.recevoir(new Reception(fichier, 3, EMPREINTE, "dossier", "dossier", uai, null, uai, false));
	}

	NumeroDepot recu(String nom, String deposant, Set<String> perimetre, String uai, boolean confirme) {
		return this.receptions
			.recevoir(new Reception(nom, 3, EMPREINTE, "http", deposant, null, perimetre, uai, confirme));
	}

	void decrire(NumeroDepot numero, String uai, String flux) {
		this.fiches.decrire(numero, uai, flux, "2025", 2025, null);
	}

	/** An accepted structure file of this school. */
	public NumeroDepot depose(String uai, String fichier) {
		NumeroDepot numero = recu(uai, fichier);
		decrire(numero, uai, "STS_EMP");
		passer(numero, Etat.DEPOSE);
		return numero;
	}

	public void passer(NumeroDepot numero, Etat etat) {
		this.transitions.passer(numero, etat, "essai", "un motif");
	}

	void rapporter(NumeroDepot numero, CompteRendu compteRendu) {
		this.comptesRendus.garder(numero, compteRendu);
	}

}
