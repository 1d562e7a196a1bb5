package fr.passerelle.referentiel;

import java.util.List;
import java.util.Set;

import fr.passerelle.calendrier.TreatmentMode;
import fr.passerelle.journal.Acheminement;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Fiches;
import fr.passerelle.journal.Prerequis;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deposits that a new one lets go on: those that waited for it, and the school's last
 * link file when groups it asked for are now known (contract §2) or its calendar moved.
 */
@Component
class Waiting {

	private static final String DERNIERS_LIENS = """
			(SELECT numero, etat FROM echange.depot
			 WHERE uai = :uai AND annee_scolaire = :annee AND flux = 'ELEGROUPE' AND etat IN ('traite', 'traite_avec_anomalies')
			 ORDER BY horodatage DESC, numero DESC LIMIT 1) d""";

	private final JdbcClient jdbc;

	private final Depots depots;

	private final Fiches fiches;

	private final Acheminement acheminement;

	private final Guards gardes;

	private final Mappings mappings;

	private final TreatmentMode mode;

	Waiting(JdbcClient jdbc, Depots depots, Fiches fiches, Acheminement acheminement, Guards gardes, Mappings mappings,
			TreatmentMode mode) {
		this.mode = mode;
		this.jdbc = jdbc;
		this.depots = depots;
		this.fiches = fiches;
		this.acheminement = acheminement;
		this.gardes = gardes;
		this.mappings = mappings;
	}

	/**
	 * Lets go on what this deposit allows.
	 * @param changees the entities of the référentiel that it changed
	 */
	void reveiller(Depot arrive, Set<String> changees) {
		if (this.mappings.sources().stream().anyMatch((source) -> attend(source, arrive.flux()))) {
			enAttente(arrive).forEach((numero) -> reprendre(numero, arrive));
		}
		if (changees.contains("calendrier")) {
			derniersLiens(arrive).forEach((numero) -> deposer(numero, arrive, "Calendrier changé par le dépôt "));
		}
		else if (arrive.flux().equals("SIECLE_STRUCTURES")) {
			aRejouer(arrive).forEach((numero) -> deposer(numero, arrive, "Groupes arrivés avec le dépôt "));
		}
	}

	private static boolean attend(SourceMapping source, String flux) {
		return source.prerequis().stream().anyMatch((p) -> p.unDe().contains(flux));
	}

	private void reprendre(NumeroDepot numero, Depot arrive) {
		Depot depot = this.depots.depot(numero);
		List<Prerequis> prerequis = this.gardes.prerequis(depot, this.mappings.source(depot.flux()).orElseThrow());
		this.fiches.attendre(numero, prerequis);
		if (prerequis.stream().allMatch(Prerequis::satisfait)) {
			deposer(numero, arrive, "Prérequis arrivés avec le dépôt ");
		}
	}

	/** What goes on by itself keeps the school's night, as any deposit does. */
	private void deposer(NumeroDepot numero, Depot arrive, String motif) {
		this.acheminement.deposer(numero, FusionStep.acteur(), motif + arrive.numero(),
				this.mode.pasAvant(new Uai(arrive.uai())).orElse(null));
	}

	private List<NumeroDepot> enAttente(Depot arrive) {
		return numeros("""
				SELECT numero FROM echange.depot
				WHERE uai = :uai AND annee_scolaire = :annee AND etat = 'en_attente' ORDER BY numero""", arrive);
	}

	/** The last link file applied, whose dates the calendar bounds (K13). */
	private List<NumeroDepot> derniersLiens(Depot arrive) {
		return numeros("SELECT numero FROM " + DERNIERS_LIENS, arrive);
	}

	/** The same, if a group it was refused for is now in SIECLE's structure. */
	private List<NumeroDepot> aRejouer(Depot arrive) {
		return numeros(
				"""
						SELECT d.numero FROM %s
						WHERE d.etat = 'traite_avec_anomalies' AND EXISTS (
						    SELECT FROM echange.anomalie a
						    JOIN referentiel.groupe g ON g.uai = :uai AND g.annee_scolaire = :annee AND g.source = 'SIECLE'
						         AND g.code_groupe = ANY (string_to_array(a.valeurs ->> 'groupe', ', ')) AND g.disparu_le IS NULL
						    WHERE a.numero = d.numero AND a.code = 'GROUPE_A_01')"""
					.formatted(DERNIERS_LIENS),
				arrive);
	}

	private List<NumeroDepot> numeros(String sql, Depot arrive) {
		return this.jdbc.sql(sql)
			.param("uai", arrive.uai())
			.param("annee", arrive.anneeScolaire())
			.query(Long.class)
			.list()
			.stream()
			.map(NumeroDepot::new)
			.toList();
	}

}
