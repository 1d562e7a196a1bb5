package fr.passerelle.lsu;

import java.util.ArrayList;
import java.util.List;

import fr.passerelle.journal.Acheminement;
import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Launches synchronisations: one at a time by school, on the classes that are chosen. */
@Service
public class Synchronisations {

	/** Who launches a run (R2). */
	public enum Declencheur {

		MANUEL, AUTOMATIQUE

	}

	/**
	 * What is to be synchronised.
	 *
	 * @param divisions codes or labels; null for every class of the school
	 * @param reverrouiller numbers of locked bilans to unlock, bring up to date and lock
	 * again (R37), none by default
	 */
	public record Demande(List<String> divisions, List<Long> reverrouiller) {

		public Demande {
			divisions = (divisions != null) ? List.copyOf(divisions) : null;
			reverrouiller = (reverrouiller != null) ? List.copyOf(reverrouiller) : List.of();
		}

		static Demande toutes() {
			return new Demande(null, null);
		}

	}

	/**
	 * What became of a request.
	 *
	 * @param refus why the run was refused and written down so (R4), empty when it is on
	 * its way
	 */
	public record Lancement(long id, List<Constat> refus) {

		public Lancement {
			refus = List.copyOf(refus);
		}

	}

	private final Ecoles ecoles;

	private final Classes classes;

	private final Executions executions;

	private final Messages messages;

	private final Acheminement acheminement;

	private final JdbcClient jdbc;

	private final LsuSettings.Synchronisation choix;

	Synchronisations(Ecoles ecoles, Classes classes, Executions executions, Messages messages,
			Acheminement acheminement, JdbcClient jdbc, LsuSettings reglages) {
		this.ecoles = ecoles;
		this.classes = classes;
		this.executions = executions;
		this.messages = messages;
		this.acheminement = acheminement;
		this.jdbc = jdbc;
		this.choix = reglages.synchronisation();
	}

	/**
	 * Opens a run and puts it on its way.
	 * @throws LsuRefus when there is no such class, none is chosen, or a run is going on
	 */
	@Transactional
	public Lancement lancer(String uai, Demande demande, Declencheur declencheur, String demandeur) {
		Ecole ecole = this.ecoles.ecole(uai);
		List<Classes.Classe> toutes = this.classes.de(ecole);
		List<Classes.Classe> choisies = choisir(toutes, demande.divisions());
		this.ecoles.verrouiller(uai);
		if (this.executions.enCours(uai)) {
			throw new LsuRefus(LsuRefus.Genre.ETAT, Constat.de(Codes.DEJA_EN_COURS));
		}
		verifierBilans(ecole, choisies, demande.reverrouiller());
		List<Constat> refus = refus(ecole, toutes);
		long id = this.executions.ouvrir(ecole, declencheur.name(), demandeur, !refus.isEmpty(), choisies);
		if (refus.isEmpty()) {
			this.messages.ajouter(id, ecole, List.of(Messages.Ligne.de(Constat.de(Codes.LANCEE, "classes",
					String.join(", ", choisies.stream().map(Classes.Classe::nom).toList())))));
			this.executions.reverrouiller(id, ecole, demande.reverrouiller());
			this.acheminement.synchroniser(uai, id);
		}
		else {
			this.messages.ajouter(id, ecole, refus.stream().map(Messages.Ligne::de).toList());
		}
		return new Lancement(id, refus);
	}

	/** In the order in which they are shown, whatever the order of the request. */
	private static List<Classes.Classe> choisir(List<Classes.Classe> toutes, List<String> divisions) {
		if (divisions == null) {
			return exiger(toutes);
		}
		List<String> inconnues = new ArrayList<>(divisions);
		inconnues.removeIf((mot) -> toutes.stream().anyMatch((classe) -> classe.seNomme(mot)));
		if (!inconnues.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.DEMANDE,
					Constat.de(Codes.CLASSE_INCONNUE, "classes", String.join(", ", inconnues)));
		}
		return exiger(toutes.stream().filter((classe) -> divisions.stream().anyMatch(classe::seNomme)).toList());
	}

	private static List<Classes.Classe> exiger(List<Classes.Classe> choisies) {
		if (choisies.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.DEMANDE, Constat.de(Codes.AUCUNE_CLASSE));
		}
		return choisies;
	}

	/** Every class of the school, not only those chosen, has its periods (R4). */
	private List<Constat> refus(Ecole ecole, List<Classes.Classe> toutes) {
		if (!this.choix.exigePeriodes(ecole.degre())) {
			return List.of();
		}
		return toutes.stream()
			.filter((classe) -> classe.periodicite() == null)
			.map((classe) -> Constat.de(Codes.PERIODES_ABSENTES, "classe", classe.nom()))
			.toList();
	}

	private void verifierBilans(Ecole ecole, List<Classes.Classe> choisies, List<Long> bilans) {
		if (bilans.isEmpty()) {
			return;
		}
		List<Long> bons = this.jdbc
			.sql("""
					SELECT id FROM lsu.bilan_periodique WHERE uai = :uai AND id = ANY (:bilans) AND classe_id = ANY (:classes)
					  AND etat = 'VERROUILLE' AND mode = 'SAISIE_DIRECTE'""")
			.param("uai", ecole.uai())
			.param("bilans", bilans.toArray(new Long[0]))
			.param("classes", choisies.stream().map(Classes.Classe::id).toArray(Long[]::new))
			.query(Long.class)
			.list();
		List<String> autres = bilans.stream().filter((id) -> !bons.contains(id)).map(String::valueOf).toList();
		if (!autres.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.DEMANDE,
					Constat.de(Codes.BILAN_A_REVERROUILLER, "bilans", String.join(", ", autres)));
		}
	}

}
