package fr.passerelle.securite;

import java.util.Arrays;
import java.util.Optional;

/** What an access token opens: the scopes of OneRoster 1.2 that only read. */
public enum Portee {

	/** Every list and every object, but the demographics. */
	ROSTER("roster.readonly"),

	/** The same: what is in the sub-lists is in the lists. */
	ROSTER_CORE("roster-core.readonly"),

	/** Births and sexes. */
	DEMOGRAPHICS("roster-demographics.readonly");

	private static final String PREFIXE = "https://purl.imsglobal.org/spec/or/v1p2/scope/";

	private final String nom;

	Portee(String nom) {
		this.nom = nom;
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
