package fr.passerelle.securite;

import java.util.Arrays;
import java.util.Optional;

/** What an access token opens: the scopes of OneRoster 1.2 that only read. */
public enum Portee {

	/** Every list and every object, but the demographics. */
	ROSTER("roster.readonly", "Tout lire, sauf les naissances"),

	/** The same: what is in the sub-lists is in the lists. */
	ROSTER_CORE("roster-core.readonly", "La même chose"),

	/** Births and sexes. */
	DEMOGRAPHICS("roster-demographics.readonly", "Naissance et sexe des élèves");

	private static final String PREFIXE = "https://purl.imsglobal.org/spec/or/v1p2/scope/";

	private final String nom;

	private final String sens;

	Portee(String nom, String sens) {
		this.nom = nom;
		this.sens = sens;
	}

	/** What it opens, in French. */
	public String sens() {
		return this.sens;
	}

	/** The name on the wire. */
	public String nom() {
		return PREFIXE + this.nom;
	}

	String autorite() {
		return "SCOPE_" + nom();
	}

	public static Optional<Portee> lire(String nom) {
		return Arrays.stream(values()).filter((portee) -> portee.nom().equals(nom)).findFirst();
	}

}
