package fr.passerelle.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a school sees of itself in the ENT directory (« État dans l'annuaire ENT »,
 * R186–R191), and when that reaches the ENT and the GAR (R081, R082).
 */
@Component
public class EtatAnnuaire {

	private static final String GAR = "gar";

	private final JdbcClient jdbc;

	private final Calendriers calendriers;

	private final Publications publications;

	private final Fraicheur fraicheur;

	private final Catalogue catalogue;

	EtatAnnuaire(JdbcClient jdbc, Calendriers calendriers, Publications publications, Fraicheur fraicheur,
			Catalogue catalogue) {
		this.jdbc = jdbc;
		this.calendriers = calendriers;
		this.publications = publications;
		this.fraicheur = fraicheur;
		this.catalogue = catalogue;
	}

	/** The state of the last school year of this school, if it is in the directory. */
	public Optional<Etat> de(String uai) {
		return this.jdbc
			.sql("""
					SELECT s.annee_scolaire, f.faite_le,
					       (SELECT max(d.traite_le) FROM echange.v_depot d WHERE d.uai = s.uai AND d.etat IN ('traite', 'traite_avec_anomalies')
					          AND d.flux IN ('STS_EMP', 'EMP_STS', 'ELEGROUPE', 'ONDE_ELEVES')) AS remontee
					FROM ent.v_structure s LEFT JOIN echange.projection_faite f USING (uai, annee_scolaire)
					WHERE s.uai = ? AND s.disparu_le IS NULL ORDER BY s.annee_scolaire DESC LIMIT 1""")
			.param(uai)
			.query((ligne, rang) -> etat(uai, ligne.getInt(1), instant(ligne.getTimestamp(2)),
					instant(ligne.getTimestamp(3))))
			.optional();
	}

	private Etat etat(String uai, int annee, Instant le, Instant remontee) {
		LocalDate effet = (le == null) ? null
				: le.atZone(this.calendriers.territoire(new Uai(uai)).fuseau()).toLocalDate().plusDays(1);
		int delai = this.publications.consommateur(GAR, null).map(Consommateur::delaiJours).orElse(0);
		return new Etat(uai, annee, le, remontee, effet, (effet != null) ? effet.plusDays(delai) : null,
				structures(uai, annee, "D"), structures(uai, annee, "G"), avertissements(uai), ecartes(uai));
	}

	/** What is to be known of a school that the GAR has. */
	private List<Avertissement> avertissements(String uai) {
		List<Constat> constats = new ArrayList<>(
				this.fraicheur.retards(GAR, uai, this.calendriers.fuseau(uai)).values());
		if (!this.fraicheur.montres(GAR, uai).isEmpty() && !aUnResponsable(uai)) {
			constats.add(Constat.de("C143"));
		}
		return constats.stream()
			.map(this.catalogue::texte)
			.map((texte) -> new Avertissement(texte.code(), texte.titre(), texte.cause(), texte.correction()))
			.toList();
	}

	/** What consumers do not receive of a school, or receive and it should know. */
	private List<Ecarte> ecartes(String uai) {
		return this.jdbc
			.sql("""
					SELECT p.flux, p.consommateur, p.cree_le AS date, e.objet, e.eleve, e.motif FROM echange.paquet_ecarte e JOIN echange.paquet p USING (paquet)
					WHERE e.uai = ? ORDER BY p.flux, p.consommateur, p.paquet, e.rang""")
			.param(uai)
			.query(Ecarte.class)
			.list();
	}

	private boolean aUnResponsable(String uai) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM ent.gar_responsable r JOIN ent.presence p USING (uai, personne_id)
				               WHERE r.uai = ? AND p.systeme = 'STS' AND p.disparu_le IS NULL)""")
			.param(uai)
			.query(Boolean.class)
			.single();
	}

	private static Instant instant(Timestamp moment) {
		return (moment != null) ? moment.toInstant() : null;
	}

	private List<Structure> structures(String uai, int annee, String type) {
		return this.jdbc.sql("""
				SELECT g.code, max(g.libelle) FILTER (WHERE g.profil = '') AS libelle,
				       count(m.personne_id) FILTER (WHERE g.profil = 'Eleve') AS eleves,
				       count(m.personne_id) FILTER (WHERE g.profil = 'Enseignant') AS enseignants,
				       count(m.personne_id) FILTER (WHERE g.profil = 'Responsable') AS parents
				FROM ent.groupe g LEFT JOIN ent.membre m ON m.groupe_id = g.groupe_id AND m.disparu_le IS NULL
				WHERE g.uai = ? AND g.annee_scolaire = ? AND g.type_structure = ? AND g.disparu_le IS NULL
				GROUP BY g.code ORDER BY g.code""").params(uai, annee, type).query(Structure.class).list();
	}

	/**
	 * The state.
	 *
	 * @param etatLe when the directory last followed the files of the school
	 * @param derniereRemontee when a file of structure or of links was last applied
	 * @param effetEnt day from which the ENT shows it
	 * @param effetGarAuPlusTard day on which the GAR has it at the latest
	 * @param avertissements what the GAR does not see in time, or cannot serve
	 * @param ecartes what the last packages of all the schools did not give of this one,
	 * and what they gave that it should know
	 */
	public record Etat(String uai, int anneeScolaire, Instant etatLe, Instant derniereRemontee, LocalDate effetEnt,
			LocalDate effetGarAuPlusTard, List<Structure> classes, List<Structure> groupes,
			List<Avertissement> avertissements, List<Ecarte> ecartes) {
	}

	/** A line of the description of a package, and when that was made. */
	public record Ecarte(String flux, String consommateur, Instant date, String objet, String eleve, String motif) {
	}

	/** A rule of the catalogue, its cause and what to do. */
	public record Avertissement(String code, String titre, String cause, String correction) {
	}

	/** A class or a group, and how many its three profile groups hold. */
	public record Structure(String code, String libelle, int eleves, int enseignants, int parents) {
	}

}
