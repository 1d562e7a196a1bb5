package fr.passerelle.lsu;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The periods of classes, and where their bilans come from. */
@Service
public class Periodes {

	private static final int MAX_PERIODES = 5;

	private final JdbcClient jdbc;

	private final Ecoles ecoles;

	private final Classes classes;

	Periodes(JdbcClient jdbc, Ecoles ecoles, Classes classes) {
		this.jdbc = jdbc;
		this.ecoles = ecoles;
		this.classes = classes;
	}

	/** Whether bilans are typed in the LSU or come by file (« Source des données »). */
	public enum ModeSource {

		SAISIE_DIRECTE, IMPORT

	}

	/** One period, both days included. */
	public record Periode(int indice, LocalDate dateDebut, LocalDate dateFin) {
	}

	/**
	 * Sets the periods of these classes. Classes that have the same ones share them.
	 * @throws LsuRefus when a class or the periods are wrong, or bilans stand in the way
	 */
	@Transactional
	public void regler(String uai, int anneeScolaire, List<String> divisions, ModeSource mode, List<Periode> periodes) {
		List<Periode> ordonnees = periodes.stream().sorted(Comparator.comparingInt(Periode::indice)).toList();
		verifier(ordonnees);
		Ecole connue = this.ecoles.ecole(uai);
		Ecole ecole = new Ecole(connue.id(), uai, connue.degre(), anneeScolaire);
		this.ecoles.verrouiller(uai);
		Long[] choisies = choisir(ecole, divisions);
		this.jdbc.sql("UPDATE lsu.classe SET mode_source = ? WHERE id = ANY (?) AND mode_source <> ?")
			.params(mode.name(), choisies, mode.name())
			.update();
		Long periodicite = identique(ecole, ordonnees).or(() -> enPlace(ecole, choisies, ordonnees))
			.orElseGet(() -> nouvelle(ecole, ordonnees));
		changer(choisies, periodicite);
	}

	/** In order from 1, none before the end of the one before. */
	private static void verifier(List<Periode> periodes) {
		boolean justes = !periodes.isEmpty() && periodes.size() <= MAX_PERIODES
				&& IntStream.range(0, periodes.size()).allMatch((rang) -> {
					Periode periode = periodes.get(rang);
					return periode.indice() == rang + 1 && periode.dateDebut() != null && periode.dateFin() != null
							&& !periode.dateFin().isBefore(periode.dateDebut())
							&& (rang == 0 || periode.dateDebut().isAfter(periodes.get(rang - 1).dateFin()));
				});
		if (!justes) {
			throw new LsuRefus(LsuRefus.Genre.DEMANDE, Constat.de(Codes.PERIODES_FAUSSES));
		}
	}

	private Long[] choisir(Ecole ecole, List<String> divisions) {
		List<Classes.Classe> toutes = this.classes.de(ecole);
		List<String> inconnues = divisions.stream()
			.filter((mot) -> toutes.stream().noneMatch((classe) -> classe.seNomme(mot)))
			.toList();
		if (!inconnues.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.DEMANDE,
					Constat.de(Codes.CLASSE_INCONNUE, "classes", String.join(", ", inconnues)));
		}
		if (divisions.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.DEMANDE, Constat.de(Codes.AUCUNE_CLASSE));
		}
		return toutes.stream()
			.filter((classe) -> divisions.stream().anyMatch(classe::seNomme))
			.map(Classes.Classe::id)
			.toArray(Long[]::new);
	}

	/** The same periods, if other classes have them already. */
	private Optional<Long> identique(Ecole ecole, List<Periode> periodes) {
		return this.jdbc
			.sql("""
					SELECT d.id FROM lsu.periodicite d
					WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.nb_periodes = :nombre
					  AND (SELECT array_agg(p.date_debut || '/' || p.date_fin ORDER BY p.indice) FROM lsu.periode p WHERE p.periodicite_id = d.id)
					      = :dates::text[]
					ORDER BY d.id LIMIT 1""")
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.param("nombre", periodes.size())
			.param("dates", dates(periodes))
			.query(Long.class)
			.optional();
	}

	/**
	 * Dates that are corrected for all the classes that share them: the bilans of a
	 * period stay its own.
	 */
	private Optional<Long> enPlace(Ecole ecole, Long[] choisies, List<Periode> periodes) {
		Optional<Long> commune = this.jdbc
			.sql("""
					SELECT min(d.id) FROM lsu.classe c JOIN lsu.periodicite d ON d.id = c.periodicite_id
					WHERE c.id = ANY (:choisies) AND d.nb_periodes = :nombre
					HAVING count(DISTINCT c.periodicite_id) = 1 AND count(*) = cardinality(:choisies)
					   AND NOT EXISTS (SELECT FROM lsu.classe x WHERE x.periodicite_id = min(d.id) AND x.id <> ALL (:choisies))
					   AND NOT EXISTS (SELECT FROM lsu.bilan_periodique b JOIN lsu.periode p ON p.id = b.periode_id
					                   WHERE p.periodicite_id = min(d.id) AND b.etat = 'VERROUILLE')""")
			.param("choisies", choisies)
			.param("nombre", periodes.size())
			.query(Long.class)
			.optional();
		commune.ifPresent((id) -> this.jdbc.sql("""
				UPDATE lsu.periode p SET date_debut = n.debut, date_fin = n.fin
				FROM unnest(:debuts::date[], :fins::date[]) WITH ORDINALITY AS n (debut, fin, indice)
				WHERE p.periodicite_id = :id AND p.indice = n.indice""")
			.param("debuts", periodes.stream().map((periode) -> periode.dateDebut().toString()).toArray(String[]::new))
			.param("fins", periodes.stream().map((periode) -> periode.dateFin().toString()).toArray(String[]::new))
			.param("id", id)
			.update());
		return commune;
	}

	private long nouvelle(Ecole ecole, List<Periode> periodes) {
		long id = this.jdbc.sql("""
				INSERT INTO lsu.periodicite (etablissement_id, nb_periodes, libelle, uai, annee_scolaire)
				SELECT :ecole, :nombre, 'Découpage ' || 1 + count(*), :uai, :annee FROM lsu.periodicite
				WHERE etablissement_id = :ecole AND annee_scolaire = :annee
				RETURNING id""")
			.param("ecole", ecole.id())
			.param("nombre", periodes.size())
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.query(Long.class)
			.single();
		periodes.forEach((periode) -> this.jdbc.sql("""
				INSERT INTO lsu.periode (periodicite_id, nb_periodes, indice, date_debut, date_fin, uai, annee_scolaire)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
			.params(id, periodes.size(), periode.indice(), periode.dateDebut(), periode.dateFin(), ecole.uai(),
					ecole.anneeScolaire())
			.update());
		return id;
	}

	/** A class whose bilans are begun keeps its periods. */
	private void changer(Long[] choisies, long periodicite) {
		List<String> prises = this.jdbc
			.sql("""
					SELECT DISTINCT coalesce(c.code, c.libelle) FROM lsu.classe c JOIN lsu.bilan_periodique b ON b.classe_id = c.id
					WHERE c.id = ANY (?) AND c.periodicite_id <> ? ORDER BY 1""")
			.params(choisies, periodicite)
			.query(String.class)
			.list();
		if (!prises.isEmpty()) {
			throw new LsuRefus(LsuRefus.Genre.ETAT,
					Constat.de(Codes.PERIODES_PRISES, "classes", String.join(", ", prises)));
		}
		this.jdbc
			.sql("UPDATE lsu.classe SET periodicite_id = ? WHERE id = ANY (?) AND periodicite_id IS DISTINCT FROM ?")
			.params(periodicite, choisies, periodicite)
			.update();
	}

	private static String[] dates(List<Periode> periodes) {
		return periodes.stream().map((periode) -> periode.dateDebut() + "/" + periode.dateFin()).toArray(String[]::new);
	}

}
