package fr.passerelle.catalogue;

/**
 * What a person reads about a reason, its values filled in.
 *
 * @param code code of the rule
 * @param regle the family, as lists show it
 * @param libelle text of the family
 * @param titre what is wrong
 * @param cause why
 * @param correction what to do, where
 */
public record Texte(String code, String regle, String libelle, Effet effet, FileErreurs file, String titre,
		String cause, String correction) {
}
