package fr.passerelle.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The report of a deposit, in the shape of the API (contract §3) and of SIECLE's « Suivi
 * des échanges » (elegroupe.md §7). Stored once, at the end of the deposit's life, and
 * never made again: a report read a year later is the same.
 *
 * @param refus why the file was refused or rejected as a whole, else null
 * @param rejets élèves wholly rejected (section 1)
 * @param anomalies imported with anomalies (section 2)
 * @param informations nothing to do
 * @param ecarts what changed, by entity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompteRendu(String numero, String uai, String flux, String etat, Synthese synthese, Refus refus,
		List<Ligne> rejets, List<Ligne> anomalies, List<Ligne> informations, Map<String, Ecart> ecarts) {

	/** Head of the report. The two counts are null where the flux has no élève. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Synthese(Instant dateImport, String fichier, String millesime, Integer anneeScolaire, Long elevesLus,
			Long elevesAbsents) {
	}

	/** Why a whole file was not taken: sentence, cause, what to do. */
	public record Refus(String code, String titre, String detail, String action, List<Refus> autres) {
	}

	/**
	 * One anomaly.
	 *
	 * @param regle family shown in the list ({@code GROUPE})
	 * @param code detail ({@code GROUPE_A_01})
	 * @param libelle text of the family, message of the detail
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Ligne(Eleve eleve, String regle, String code, String libelle, String message, String cause,
			String correction, String gravite) {
	}

	/** The élève an anomaly is about; the page shows “identifiant / 0”. */
	public record Eleve(String identifiant, String ine, String nom, String prenom, String division) {
	}

	/** What a deposit did to one kind of object. */
	public record Ecart(long crees, long modifies, long inchanges, long disparus) {
	}

}
