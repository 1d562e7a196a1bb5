package fr.passerelle.generateur;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import fr.passerelle.generateur.Tirage.Sujet;

/**
 * All that the files of one collège are made from.
 *
 * @param etablissement the school
 * @param foyers its families
 * @param semis its anomalies
 * @param structure its divisions and groups
 * @param equipe its staff
 */
record College(Etablissement etablissement, Foyers foyers, Semis semis, Structure structure, Equipe equipe) {

	static final DateTimeFormatter FRANCAISE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter TIMBRE = DateTimeFormatter.ofPattern("yyMMddHHmmss");

	static College de(Etablissement etablissement) {
		Foyers foyers = new Foyers(etablissement);
		Semis semis = new Semis(etablissement);
		Structure structure = new Structure(etablissement, new Population(etablissement, foyers, semis));
		return new College(etablissement, foyers, semis, structure, new Equipe(etablissement, structure));
	}

	Annee annee() {
		return this.etablissement.annee();
	}

	/**
	 * When the school exported from SIECLE: ten days after the rentrée, or a month later.
	 */
	LocalDateTime horodatage() {
		Reglages reglages = this.etablissement.reglages();
		boolean plusTard = reglages.evolution() > 0 || reglages.departs() > 0;
		return annee().rentree()
			.plusDays(plusTard ? 40 : 10)
			.atTime(18, 0)
			.plusSeconds(this.etablissement.tirage().parmi(Sujet.HEURE, 0, 3600));
	}

	/** When the links were exported: always after SIECLE. */
	LocalDateTime horodatageLiens() {
		return horodatage().plusDays(4).minusHours(7);
	}

	/** Base name of the link file of this millésime, this many minutes later. */
	String nomElegroupe(String uai, int millesime, int minutes) {
		return uai + "ELEGROUPE" + millesime + TIMBRE.format(horodatageLiens().plusMinutes(minutes));
	}

}
