package fr.passerelle.publication.ldap;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import fr.passerelle.publication.Consommateur;

/** A consumer and its server. */
record Abonne(Consommateur consommateur, AnnuaireSettings annuaire, Nommage nommage) {

	String nom() {
		return this.consommateur.nom();
	}

	List<String> champs() {
		return this.consommateur.champs();
	}

	/** The schools contracted to it, null for all. */
	Set<String> uais() {
		return this.consommateur.uais(null);
	}

	/** Whether a school is contracted to it. */
	boolean voit(String uai) {
		return uais() == null || uais().contains(uai);
	}

	/** Under which name its progress is kept, among those who read the changes. */
	String lecteur() {
		return "ldap:" + nom();
	}

	/**
	 * What it receives and how it is named: when the settings change, everything is
	 * compared.
	 */
	String reglages() {
		return ((uais() == null) ? "*" : new TreeSet<>(uais()).toString()) + new TreeSet<>(champs()) + this.nommage;
	}

}
