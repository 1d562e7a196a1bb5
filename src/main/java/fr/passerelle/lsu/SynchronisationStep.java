package fr.passerelle.lsu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.passerelle.journal.Evenements;
import fr.passerelle.noyau.Constat;
import fr.passerelle.route.TransientFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a synchronisation. Called again, by a message that comes twice or after a death,
 * it goes on where it was, or finds nothing to do.
 */
@Component("synchronisationStep")
public class SynchronisationStep {

	private static final Logger LOG = LoggerFactory.getLogger(SynchronisationStep.class);

	private final Executions executions;

	private final Deroulement deroulement;

	private final Messages messages;

	private final Evenements evenements;

	private final Automatismes automatismes;

	private final Consultation consultation;

	private final TransientFailures pannes;

	private final LsuSettings.Synchronisation choix;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	SynchronisationStep(Executions executions, Deroulement deroulement, Messages messages, Evenements evenements,
			Automatismes automatismes, Consultation consultation, TransientFailures pannes, LsuSettings reglages,
			JdbcClient jdbc, TransactionTemplate transaction) {
		this.executions = executions;
		this.deroulement = deroulement;
		this.messages = messages;
		this.evenements = evenements;
		this.automatismes = automatismes;
		this.consultation = consultation;
		this.pannes = pannes;
		this.choix = reglages.synchronisation();
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Runs the synchronisation of this number, unless somebody else does. Nothing is
	 * given back to the queue: a run that could not even be begun is called again.
	 */
	public void executer(String numero) {
		long id = Long.parseLong(numero);
		try {
			this.executions.prendre(id).ifPresent(this::tenir);
		}
		catch (RuntimeException ex) {
			this.executions.rendre(id);
			LOG.warn("synchronisation {} could not be begun, it will be called again", numero, ex);
		}
	}

	private void tenir(Course course) {
		try {
			executer(course);
		}
		finally {
			this.executions.rendre(course.id());
		}
	}

	/** Calls again for runs that stopped on their way, and for those nobody asks for. */
	public void veiller() {
		this.executions.rappeler();
		this.automatismes.lancer();
	}

	/**
	 * A failure ends the run with its line (R63). If even that cannot be written, the run
	 * stays open and is taken up again when its lease has run out.
	 */
	private void executer(Course course) {
		try {
			if (this.executions.tentatives(course.id()) > Executions.MAX_TENTATIVES) {
				interrompre(course, "la passerelle s'est arrêtée plusieurs fois pendant cette synchronisation");
				return;
			}
			this.deroulement.derouler(course);
			this.transaction.executeWithoutResult((etat) -> terminer(course));
		}
		catch (Executions.RunPerdu perdu) {
			LOG.warn("{}; what we did is rolled back and the new holder goes on", perdu.getMessage());
		}
		catch (RuntimeException ex) {
			LOG.error("synchronisation {} is interrupted", course.id(), ex);
			interrompre(course, this.pannes.estPassagere(ex) ? "la base de données n'a pas répondu"
					: "un incident est survenu de notre côté");
		}
	}

	private void terminer(Course course) {
		boolean propre = !this.messages.aUn(course.id(), "ERREUR")
				&& (this.choix.ligneFinaleAvecAvertissements() || !this.messages.aUn(course.id(), "AVERTISSEMENT"));
		if (propre) {
			this.messages.ajouter(course.id(), course.ecole(), List.of(Messages.Ligne.de(Constat.de(Codes.FIN))));
		}
		this.executions.clore(course, "TERMINEE");
		annoncer(course, "TERMINEE");
	}

	private void interrompre(Course course, String cause) {
		try {
			this.transaction.executeWithoutResult((etat) -> {
				this.messages.ajouter(course.id(), course.ecole(),
						List.of(Messages.Ligne.de(Constat.de(Codes.INTERROMPUE, "cause", cause))));
				this.executions.clore(course, "ECHEC");
				annoncer(course, "ECHEC");
			});
		}
		catch (RuntimeException ex) {
			LOG.warn("synchronisation {} could not be closed, it will be taken up again", course.id(), ex);
		}
	}

	/**
	 * Which élèves changed, by the identifier of their base, and how much of the rest.
	 */
	private void annoncer(Course course, String etat) {
		Map<String, Object> valeurs = new LinkedHashMap<>();
		valeurs.put("anneeScolaire", course.ecole().anneeScolaire());
		valeurs.put("synchronisation", course.id());
		valeurs.put("etat", etat);
		Consultation.Synchronisation faite = this.consultation.sansLignes(course.id());
		valeurs.put("divisions", faite.divisions());
		valeurs.put("eleves", this.jdbc.sql("""
				SELECT DISTINCT e.id_source FROM lsu.sync_message m JOIN lsu.eleve e ON e.id = m.eleve_id
				WHERE m.sync_id = ? AND m.code = 'LSU_M1' ORDER BY 1""").param(course.id()).query(String.class).list());
		valeurs.put("compteurs", faite.compteurs());
		this.evenements.publier(Evenements.LSU, course.uai(), "synchronisation", valeurs);
	}

}
