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
 * @param liens the links of élèves to groups that this changes, by group; often none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompteRendu(String numero, String uai, String flux, String etat, Synthese synthese, Refus refus,
		List<Ligne> rejets, List<Ligne> anomalies, List<Ligne> informations, Map<String, Ecart> ecarts,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<LiensDuGroupe> liens) {

	public CompteRendu {
		// Reports kept before these counts were made have none.
		liens = (liens != null) ? List.copyOf(liens) : List.of();
	}

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

	/**
	 * What becomes of the links of one group (R048): how many go, by where they came from
	 * ({@code SIECLE}, entered or exported there; {@code ELEGROUPE}, of a file of links),
	 * stay, and come.
	 */
	public record LiensDuGroupe(String groupe, Map<String, Long> supprimes, long conserves, long ajoutes) {
	}

	/** What a deposit did to one kind of object. */
	public record Ecart(long crees, long modifies, long inchanges, long disparus) {
	}

}
