package fr.passerelle.lsu;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The schools of the store. */
@Repository
class Ecoles {

	private final JdbcClient jdbc;

	Ecoles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Ecole> trouver(String uai) {
		return this.jdbc.sql("""
				SELECT t.id, t.degre, coalesce(max(c.annee_scolaire), t.annee_scolaire) AS annee
				FROM lsu.etablissement t LEFT JOIN lsu.classe c ON c.uai = t.uai AND c.disparu_le IS NULL
				WHERE t.uai = ? GROUP BY t.id""")
			.param(uai)
			.query((ligne, rang) -> new Ecole(ligne.getLong(1), uai, Degre.deCode(ligne.getString(2)), ligne.getInt(3)))
			.optional();
	}

	Ecole ecole(String uai) {
		return trouver(uai).orElseThrow(() -> new LsuRefus(LsuRefus.Genre.INTROUVABLE,
				fr.passerelle.noyau.Constat.de(Codes.CLASSE_INCONNUE, "classes", uai)));
	}

	/**
	 * Until the end of the transaction nobody else changes the books of this school: what
	 * is locked, archived or replaced is decided on rows that stay as they were read.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void verrouiller(String uai) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('lsu ' || ?, 0))").param(uai).query().listOfRows();
	}

}
