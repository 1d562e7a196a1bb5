package fr.passerelle.lsu;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.lsu.Synchronisations.Declencheur;
import fr.passerelle.lsu.Synchronisations.Demande;
import fr.passerelle.noyau.Uai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/**
 * Launches the synchronisations nobody asks for, of the schools that the settings name:
 * at an hour, or when a deposit has changed what they come from (R2). Nothing is kept but
 * the runs themselves: several nodes launch one.
 */
@Component
class Automatismes {

	private static final Logger LOG = LoggerFactory.getLogger(Automatismes.class);

	private static final String DEMANDEUR = "automatique";

	private final Synchronisations synchronisations;

	private final Calendriers calendriers;

	private final LsuSettings.Automatique reglages;

	private final Optional<CronExpression> heures;

	private final JdbcClient jdbc;

	private final Clock horloge;

	private final Instant demarrage;

	Automatismes(Synchronisations synchronisations, Calendriers calendriers, LsuSettings reglages, JdbcClient jdbc,
			Clock horloge) {
		this.synchronisations = synchronisations;
		this.calendriers = calendriers;
		this.reglages = reglages.automatique();
		this.heures = heures(this.reglages.planification());
		this.jdbc = jdbc;
		this.horloge = horloge;
		this.demarrage = horloge.instant();
	}

	private static Optional<CronExpression> heures(String planification) {
		if (planification.isBlank()) {
			return Optional.empty();
		}
		try {
			return Optional.of(CronExpression.parse(planification));
		}
		catch (IllegalArgumentException ex) {
			throw new LsuReglageFaux("automatique.planification", planification,
					"six champs sont attendus, par exemple « 0 30 2 * * * » : toutes les nuits à 2 h 30");
		}
	}

	void lancer() {
		this.heures.ifPresent((cron) -> connues(this.reglages.etablissements()).stream()
			.filter((uai) -> estLHeure(uai, cron))
			.forEach(this::lancer));
		aChange(this.reglages.apresChangement()).forEach(this::lancer);
	}

	private void lancer(String uai) {
		try {
			this.synchronisations.lancer(uai, Demande.toutes(), Declencheur.AUTOMATIQUE, DEMANDEUR);
		}
		catch (LsuRefus refus) {
			LOG.info("no automatic synchronisation of {} now: {}", uai, refus.getMessage());
		}
	}

	/**
	 * The first hour after the last automatic run is past: one missed while the hub was
	 * down is made up for. A school that never had one waits for its hour.
	 */
	private boolean estLHeure(String uai, CronExpression heures) {
		ZoneId fuseau = this.calendriers.territoire(new Uai(uai)).fuseau();
		Instant depuis = dernier(uai).orElse(this.demarrage);
		ZonedDateTime prochaine = heures.next(depuis.atZone(fuseau));
		return prochaine != null && !prochaine.toInstant().isAfter(this.horloge.instant());
	}

	private Optional<Instant> dernier(String uai) {
		return this.jdbc.sql("SELECT max(debut) FROM lsu.sync_execution WHERE uai = ? AND declencheur = 'AUTOMATIQUE'")
			.param(uai)
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant);
	}

	private List<String> connues(List<String> uais) {
		return this.jdbc
			.sql("""
					SELECT DISTINCT uai FROM lsu.classe WHERE disparu_le IS NULL AND (uai = ANY (:uais) OR '*' = ANY (:uais)) ORDER BY uai""")
			.param("uais", uais.toArray(new String[0]))
			.query(String.class)
			.list();
	}

	/**
	 * Schools whose élèves, teachers or structure were changed by a deposit since their
	 * last run began, all their deposits being at rest and their arrivals in the store.
	 */
	private List<String> aChange(List<String> uais) {
		if (uais.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("""
					SELECT t.uai FROM lsu.etablissement t
					WHERE (t.uai = ANY (:uais) OR '*' = ANY (:uais))
					  AND (SELECT max(d.traite_le) FROM echange.v_depot d
					       WHERE d.uai = t.uai AND d.etat IN ('traite', 'traite_avec_anomalies')
					         AND d.flux = ANY (CASE t.degre WHEN '1D' THEN :premier ELSE :second END))
					      > coalesce((SELECT max(s.debut) FROM lsu.sync_execution s WHERE s.uai = t.uai), '-infinity')
					  AND NOT EXISTS (SELECT FROM echange.v_depot d WHERE d.uai = t.uai AND d.etat IN ('depose', 'en_traitement'))
					  AND NOT EXISTS (SELECT FROM echange.projection_due p WHERE p.uai = t.uai)
					  AND EXISTS (SELECT FROM lsu.classe c WHERE c.uai = t.uai AND c.disparu_le IS NULL)
					ORDER BY t.uai""")
			.param("premier", Degre.PREMIER.flux())
			.param("second", Degre.SECOND.flux())
			.param("uais", uais.toArray(new String[0]))
			.query(String.class)
			.list();
	}

}
