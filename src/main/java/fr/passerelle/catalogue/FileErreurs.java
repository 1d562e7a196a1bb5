package fr.passerelle.catalogue;

import java.util.Locale;

/** The error queues of the broker: who has to act. */
public enum FileErreurs {

	FORMAT, ANNEE, ETABLISSEMENT, GROUPE, ELEVE, PREREQUIS, SYSTEME;

	/** The address on the broker. */
	public String adresse() {
		return "passerelle.erreurs." + name().toLowerCase(Locale.ROOT);
	}

}
