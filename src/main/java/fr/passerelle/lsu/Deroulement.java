package fr.passerelle.lsu;

import java.util.List;
import java.util.Map;

import fr.passerelle.lsu.EtapeSql.Moment;
import fr.passerelle.route.TransientFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of a run, one transaction each, the élèves a few at a time: what is done
 * stays done (R25, R43), and a run that begins again finds it so (R24).
 */
@Component
class Deroulement {

	private static final Logger LOG = LoggerFactory.getLogger(Deroulement.class);

	/**
	 * Élèves of one transaction: few enough for a bar that moves, enough for the cost of
	 * a commit not to count.
	 */
	static final int LOT = 100;

	private final LsuConfiguration.Plans plans;

	private final Ecriture ecriture;

	private final Executions executions;

	private final Messages messages;

	private final Ecoles ecoles;

	private final Reverrouillage reverrouillage;

	private final TransientFailures pannes;

	private final LsuSettings.Synchronisation choix;

	private final TransactionTemplate transaction;

	Deroulement(LsuConfiguration.Plans plans, Ecriture ecriture, Executions executions, Messages messages,
			Ecoles ecoles, Reverrouillage reverrouillage, TransientFailures pannes, LsuSettings reglages,
			TransactionTemplate transaction) {
		this.plans = plans;
		this.ecriture = ecriture;
		this.executions = executions;
		this.messages = messages;
		this.ecoles = ecoles;
		this.reverrouillage = reverrouillage;
		this.pannes = pannes;
		this.choix = reglages.synchronisation();
		this.transaction = transaction;
	}

	/** Does all of it but the closing line. */
	void derouler(Course course) {
		Plan plan = this.plans.de(course.ecole().degre());
		Avancement avancement = this.transaction.execute((etat) -> commencer(course, plan));
		for (EtapeSql fichier : plan.etapes()) {
			if (!fichier.siServicesAjoutes() || this.choix.servicesAjoutes()) {
				derouler(course, fichier, avancement);
			}
			if (plan.finit(fichier)) {
				avancement.finir(fichier.etape());
				this.transaction.executeWithoutResult((etat) -> avancer(course, avancement, Map.of()));
			}
		}
		this.transaction
			.executeWithoutResult((etat) -> garder(course, avancement, this.reverrouillage.faire(course, plan)));
	}

	private Avancement commencer(Course course, Plan plan) {
		Avancement avancement = new Avancement(this.ecriture.compter(plan.unites(), course));
		avancer(course, avancement, Map.of());
		return avancement;
	}

	private void derouler(Course course, EtapeSql fichier, Avancement avancement) {
		if (fichier.moment() == Moment.REGARD) {
			avancement.aFaire(fichier.etape(), this.transaction.execute((etat) -> {
				this.ecriture.regarder(fichier, course);
				return this.ecriture.rangs(course);
			}));
		}
		else if (fichier.parLot()) {
			List<Integer> rangs = avancement.rangs();
			for (int debut = 0; debut < rangs.size(); debut += LOT) {
				ecrire(course, fichier, avancement, rangs.subList(debut, Math.min(debut + LOT, rangs.size())));
			}
		}
		else {
			this.transaction.executeWithoutResult((etat) -> {
				this.ecoles.verrouiller(course.uai());
				garder(course, avancement, this.ecriture.ecrire(fichier, course));
			});
		}
	}

	/** All of them, or else each half: one who cannot be written keeps nobody else. */
	private void ecrire(Course course, EtapeSql fichier, Avancement avancement, List<Integer> rangs) {
		try {
			this.transaction.executeWithoutResult((etat) -> {
				this.ecoles.verrouiller(course.uai());
				garder(course, avancement,
						this.ecriture.ecrire(fichier, course, rangs.get(0), rangs.get(rangs.size() - 1)));
			});
			avancement.avancer(fichier.etape(), rangs.size());
		}
		catch (DataAccessException ex) {
			if (rangs.size() > 1) {
				int milieu = rangs.size() / 2;
				ecrire(course, fichier, avancement, rangs.subList(0, milieu));
				ecrire(course, fichier, avancement, rangs.subList(milieu, rangs.size()));
			}
			else {
				laisser(course, fichier, avancement, rangs.get(0), ex);
			}
		}
	}

	/** One élève stays as he was, and his line says so. */
	private void laisser(Course course, EtapeSql fichier, Avancement avancement, int rang, DataAccessException ex) {
		if (this.pannes.estPassagere(ex)) {
			throw ex;
		}
		LOG.warn("synchronisation {}: an élève was left as he was ({})", course.id(), ex.getClass().getSimpleName());
		this.transaction.executeWithoutResult((etat) -> garder(course, avancement,
				new Ecriture.Resultat(Map.of(), List.of(this.ecriture.echec(course, rang)))));
		avancement.avancer(fichier.etape(), 1);
	}

	/** What a file did and said, in its transaction; nothing at all if it did nothing. */
	private void garder(Course course, Avancement avancement, Ecriture.Resultat resultat) {
		if (!resultat.vide()) {
			this.messages.ajouter(course.id(), course.ecole(), resultat.lignes());
			avancer(course, avancement, resultat.comptes());
		}
	}

	private void avancer(Course course, Avancement avancement, Map<String, Integer> comptes) {
		this.executions.avancer(course, avancement.total(), avancement.faites(), comptes);
	}

}
