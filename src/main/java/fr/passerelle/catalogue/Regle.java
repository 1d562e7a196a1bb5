package fr.passerelle.catalogue;

/**
 * One entry of the catalogue, its texts with their {@code {variables}} open.
 *
 * @param code code of the rule
 * @param variante which of the code's texts, empty for the only or the general one
 * @param famille what lists show: {@code GROUPE} for {@code GROUPE_A_01}
 * @param libelle text of the family
 * @param titre what is wrong
 * @param cause why, as far as it is known
 * @param correction what to do, where; may be empty
 */
public record Regle(String code, String variante, String famille, String libelle, Effet effet, FileErreurs file,
		String titre, String cause, String correction) {

	/** The key of this entry in {@code messages/*.yaml}. */
	public String cle() {
		return cle(this.code, this.variante);
	}

	static String cle(String code, String variante) {
		return variante.isEmpty() ? code : code + "." + variante;
	}

}
