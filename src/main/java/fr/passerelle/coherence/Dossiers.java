package fr.passerelle.coherence;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lots of schools, as the ledger shows them. */
@Repository
public class Dossiers {

	private final JdbcClient jdbc;

	Dossiers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The lots of a school, latest year first. */
	public List<Dossier> de(String uai) {
		return this.jdbc.sql("""
				SELECT dossier, annee_scolaire, etat, manquants, jours, remis_le FROM echange.v_dossier
				WHERE uai = ? ORDER BY annee_scolaire DESC, dossier DESC""")
			.param(uai)
			.query((ligne, rang) -> dossier(uai, ligne))
			.list();
	}

	private Dossier dossier(String uai, ResultSet ligne) throws SQLException {
		String nom = ligne.getString(1);
		int annee = ligne.getInt(2);
		return new Dossier(nom, annee, ligne.getString(3), pieces(uai, nom, annee), textes(ligne.getArray(4)),
				jours(ligne.getArray(5)), instant(ligne.getTimestamp(6)));
	}

	private List<Piece> pieces(String uai, String dossier, int annee) {
		return this.jdbc
			.sql("""
					SELECT flux, libelle, numero, fichier, uai, millesime, exporte_le, traite_le FROM echange.v_dossier_piece
					WHERE uai = ? AND dossier = ? AND annee_scolaire = ? ORDER BY rang""")
			.params(uai, dossier, annee)
			.query((ligne, rang) -> new Piece(ligne.getString(1), ligne.getString(2), Long.toString(ligne.getLong(3)),
					ligne.getString(4), ligne.getString(5), ligne.getString(6), ligne.getObject(7, LocalDateTime.class),
					instant(ligne.getTimestamp(8))))
			.list();
	}

	private static List<String> textes(Array tableau) throws SQLException {
		return List.of((String[]) tableau.getArray());
	}

	private static List<LocalDate> jours(Array tableau) throws SQLException {
		return (tableau != null) ? Stream.of((Date[]) tableau.getArray()).map(Date::toLocalDate).toList() : List.of();
	}

	private static Instant instant(Timestamp valeur) {
		return (valeur != null) ? valeur.toInstant() : null;
	}

	/**
	 * One lot.
	 *
	 * @param dossier pronote or edt, also its folder in outbox/
	 * @param etat incomplet, retenu (files of several years), complet (about to be handed
	 * over) or remis
	 * @param manquants names of what is not there
	 * @param jours days of the exports: several, and they may not agree
	 * @param remisLe when it was last handed over
	 */
	public record Dossier(String dossier, int anneeScolaire, String etat, List<Piece> pieces, List<String> manquants,
			List<LocalDate> jours, Instant remisLe) {

		public Dossier {
			pieces = List.copyOf(pieces);
			manquants = List.copyOf(manquants);
			jours = List.copyOf(jours);
		}

	}

	/** One file of a lot: of which school, which year and which day it says it is. */
	public record Piece(String flux, String libelle, String numero, String fichier, String uai, String millesime,
			LocalDateTime exporteLe, Instant traiteLe) {
	}

}
