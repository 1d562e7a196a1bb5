package fr.passerelle.lsu;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.journal.Evenements;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Uai;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bilans that are typed in the hub, and the locks of all of them. */
@Service
public class Bilans {

	private final JdbcClient jdbc;

	private final Ecoles ecoles;

	private final Verrous verrous;

	private final Evenements evenements;

	private final Calendriers calendriers;

	private final Clock horloge;

	Bilans(JdbcClient jdbc, Ecoles ecoles, Verrous verrous, Evenements evenements, Calendriers calendriers,
			Clock horloge) {
		this.jdbc = jdbc;
		this.ecoles = ecoles;
		this.verrous = verrous;
		this.evenements = evenements;
		this.calendriers = calendriers;
		this.horloge = horloge;
	}

	/**
	 * A bilan to be.
	 *
	 * @param eleve ELEVE_ID (2D), INE or the hub's number (1D)
	 * @param periode rank of the period, or null for the end of a cycle
	 * @param cycle 2, 3 or 4, or null for a period
	 * @param texte global text
	 */
	public record Saisie(String eleve, Integer periode, Integer cycle, LocalDate dateConseil, String texte,
			List<Acquis> acquis) {

		public Saisie {
			acquis = (acquis != null) ? List.copyOf(acquis) : List.of();
		}

	}

	/**
	 * What was learnt in a discipline (2D) or a domain (1D); the teachers are those of
	 * the service.
	 *
	 * @param modalite S when it is not said
	 */
	public record Acquis(String discipline, String modalite, String domaine, String moyenneEleve,
			Integer positionnement, String appreciation) {

		private String modaliteOuS() {
			return (this.modalite != null) ? this.modalite : "S";
		}

	}

	/** The élève a bilan is made for, and the class he is in. */
	private record Eleve(long id, Long classe, String mode, Long periodicite, String code, String libelle) {

		private String nomDeClasse() {
			return (this.code != null) ? this.code : this.libelle;
		}

	}

	/**
	 * Creates an unlocked bilan, entered directly.
	 * @return its number
	 */
	@Transactional
	public long creer(String uai, Saisie saisie) {
		Ecole ecole = this.ecoles.ecole(uai);
		this.ecoles.verrouiller(uai);
		Eleve eleve = eleve(ecole, saisie.eleve());
		try {
			return (saisie.cycle() != null) ? creerDeCycle(ecole, eleve, saisie)
					: creerPeriodique(ecole, eleve, saisie);
		}
		catch (DuplicateKeyException ex) {
			throw new LsuRefus(LsuRefus.Genre.ETAT, Constat.de(Codes.BILAN_EXISTANT));
		}
	}

	private Eleve eleve(Ecole ecole, String nomme) {
		return this.jdbc.sql("""
				SELECT e.id, e.classe_id, c.mode_source, c.periodicite_id, c.code, c.libelle
				FROM lsu.eleve e LEFT JOIN lsu.classe c ON c.id = e.classe_id
				WHERE e.uai = :uai AND e.annee_scolaire = :annee AND :eleve IN (e.id_be, e.id_source, e.ine_courant)
				ORDER BY e.id LIMIT 1""")
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.param("eleve", String.valueOf(nomme))
			.query((ligne, rang) -> new Eleve(ligne.getLong(1), (Long) ligne.getObject(2), ligne.getString(3),
					(Long) ligne.getObject(4), ligne.getString(5), ligne.getString(6)))
			.optional()
			.filter((eleve) -> eleve.classe() != null)
			.orElseThrow(() -> new LsuRefus(LsuRefus.Genre.DEMANDE, Constat.de(Codes.ELEVE_INCONNU)));
	}

	private long creerDeCycle(Ecole ecole, Eleve eleve, Saisie saisie) {
		return this.jdbc.sql("""
				INSERT INTO lsu.bilan_cycle (eleve_id, cycle, etat, mode, date_creation, synthese, uai, annee_scolaire)
				VALUES (:eleve, :cycle, 'DEVERROUILLE', 'SAISIE_DIRECTE', :jour, :texte, :uai, :annee) RETURNING id""")
			.param("eleve", eleve.id())
			.param("cycle", saisie.cycle())
			.param("jour", jour(ecole))
			.param("texte", saisie.texte())
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.query(Long.class)
			.single();
	}

	private long creerPeriodique(Ecole ecole, Eleve eleve, Saisie saisie) {
		if (eleve.mode().equals("IMPORT")) {
			throw new LsuRefus(LsuRefus.Genre.ETAT, Constat.de(Codes.CLASSE_IMPORT, "classe", eleve.nomDeClasse()));
		}
		long bilan = this.jdbc
			.sql("""
					INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, date_conseil, date_creation, appreciation, uai, annee_scolaire)
					SELECT :eleve, :classe, p.id, 'DEVERROUILLE', 'SAISIE_DIRECTE', :conseil, :jour, :texte, :uai, :annee
					FROM lsu.periode p WHERE p.periodicite_id = :periodicite AND p.indice = :indice RETURNING id""")
			.param("eleve", eleve.id())
			.param("classe", eleve.classe())
			.param("conseil", saisie.dateConseil())
			.param("jour", jour(ecole))
			.param("texte", saisie.texte())
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.param("periodicite", eleve.periodicite())
			.param("indice", saisie.periode())
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new LsuRefus(LsuRefus.Genre.ETAT,
					Constat.de(Codes.PERIODES_ABSENTES, "classe", eleve.nomDeClasse())));
		this.jdbc
			.sql("""
					INSERT INTO lsu.bilan_prof_principal (bilan_id, enseignant_id, uai, annee_scolaire)
					SELECT ?, enseignant_id, uai, annee_scolaire FROM lsu.division_prof_principal WHERE classe_id = ? AND disparu_le IS NULL""")
			.params(bilan, eleve.classe())
			.update();
		saisie.acquis().forEach((acquis) -> ajouter(ecole, eleve, bilan, acquis));
		return bilan;
	}

	private void ajouter(Ecole ecole, Eleve eleve, long bilan, Acquis acquis) {
		Service service = (ecole.degre() == Degre.SECOND) ? service(ecole, eleve, acquis) : Service.AUCUN;
		long id = this.jdbc
			.sql("""
					INSERT INTO lsu.bilan_acquis (bilan_id, discipline_id, code_domaine, service_id, moyenne_eleve, positionnement,
					                              appreciation, uai, annee_scolaire)
					VALUES (:bilan, :discipline, :domaine, :service, :moyenne, :positionnement, :appreciation, :uai, :annee) RETURNING id""")
			.param("bilan", bilan)
			.param("discipline", service.discipline())
			.param("domaine", (ecole.degre() == Degre.PREMIER) ? acquis.domaine() : null)
			.param("service", service.id())
			.param("moyenne", acquis.moyenneEleve())
			.param("positionnement", acquis.positionnement())
			.param("appreciation", acquis.appreciation())
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				INSERT INTO lsu.bilan_acquis_enseignant (acquis_id, bilan_id, enseignant_id, uai, annee_scolaire)
				SELECT ?, ?, enseignant_id, uai, annee_scolaire FROM lsu.service_enseignant WHERE service_id = ?""")
			.params(java.util.Arrays.asList(id, bilan, service.id()))
			.update();
	}

	/** Where an élève learns a discipline. */
	private record Service(Long id, Long discipline) {

		private static final Service AUCUN = new Service(null, null);

	}

	/** In a group of his rather than in his division. */
	private Service service(Ecole ecole, Eleve eleve, Acquis acquis) {
		return this.jdbc
			.sql("""
					SELECT s.id, d.id FROM lsu.service s JOIN lsu.discipline d ON d.id = s.discipline_id
					JOIN lsu.eleve e ON e.id = :eleve
					WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL AND d.code = :discipline AND d.modalite = :modalite
					  AND (s.structure_type = 'D' AND s.structure_code = :division
					       OR s.structure_type = 'G' AND EXISTS (SELECT FROM referentiel.lien_eleve_groupe l
					          WHERE l.uai = s.uai AND l.annee_scolaire = s.annee_scolaire AND l.eleve_id = e.id_be
					            AND l.code_groupe = s.structure_code AND l.disparu_le IS NULL))
					ORDER BY s.structure_type DESC, s.id LIMIT 1""")
			.param("eleve", eleve.id())
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.param("discipline", acquis.discipline())
			.param("modalite", acquis.modaliteOuS())
			.param("division", eleve.code())
			.query((ligne, rang) -> new Service(ligne.getLong(1), ligne.getLong(2)))
			.optional()
			.orElseThrow(() -> new LsuRefus(LsuRefus.Genre.DEMANDE,
					Constat.de(Codes.SERVICE_INCONNU, "discipline", acquis.discipline())));
	}

	/** Locks these bilans; those that are locked stay as they are (R57). */
	@Transactional
	public void verrouiller(String uai, List<Long> bilans) {
		trouver(uai, bilans);
		this.verrous.verrouiller(uai, bilans);
		annoncer(uai, bilans, "VERROUILLE");
	}

	/**
	 * Unlocks these bilans (R58).
	 * @throws LsuRefus when one of them was imported: it is imported again, not edited
	 */
	@Transactional
	public void deverrouiller(String uai, List<Long> bilans) {
		List<Long> importes = trouver(uai, bilans);
		if (!importes.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.ETAT, Constat.de(Codes.BILAN_IMPORTE, "bilans", numeros(importes)));
		}
		this.verrous.deverrouiller(bilans);
		annoncer(uai, bilans, "DEVERROUILLE");
	}

	/** All of them are bilans of this school; those that were imported. */
	private List<Long> trouver(String uai, List<Long> bilans) {
		this.ecoles.ecole(uai);
		this.ecoles.verrouiller(uai);
		Map<Boolean, List<Long>> parMode = this.jdbc.sql("""
				SELECT id, mode = 'IMPORT' AS importe FROM lsu.bilan_periodique WHERE uai = :uai AND id = ANY (:bilans)
				UNION ALL SELECT id, mode = 'IMPORT' FROM lsu.bilan_cycle WHERE uai = :uai AND id = ANY (:bilans)""")
			.param("uai", uai)
			.param("bilans", bilans.toArray(new Long[0]))
			.query((ligne, rang) -> Map.entry(ligne.getLong(1), ligne.getBoolean(2)))
			.list()
			.stream()
			.collect(java.util.stream.Collectors.partitioningBy(Map.Entry::getValue,
					java.util.stream.Collectors.mapping(Map.Entry::getKey, java.util.stream.Collectors.toList())));
		List<Long> absents = bilans.stream()
			.filter((id) -> !parMode.get(true).contains(id) && !parMode.get(false).contains(id))
			.toList();
		if (!absents.isEmpty() || bilans.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.DEMANDE, Constat.de(Codes.BILAN_INCONNU, "bilans", numeros(absents)));
		}
		return parMode.get(true);
	}

	private void annoncer(String uai, List<Long> bilans, String etat) {
		this.evenements.publier(Evenements.LSU, uai, "bilans", Map.of("etat", etat, "bilans", bilans));
	}

	private LocalDate jour(Ecole ecole) {
		return LocalDate.ofInstant(this.horloge.instant(), this.calendriers.territoire(new Uai(ecole.uai())).fuseau());
	}

	private static String numeros(List<Long> bilans) {
		return String.join(", ", bilans.stream().map(String::valueOf).toList());
	}

}
