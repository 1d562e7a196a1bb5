package fr.passerelle.securite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code echange.compte}. */
@Repository
class CompteRows {

	private final JdbcClient jdbc;

	private final Clock horloge;

	CompteRows(JdbcClient jdbc, Clock horloge) {
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	Optional<CompteConnu> trouver(String utilisateur) {
		return this.jdbc.sql("SELECT utilisateur, motdepasse, role, uais FROM echange.compte WHERE utilisateur = ?")
			.param(utilisateur)
			.query(CompteRows::lire)
			.optional();
	}

	/** Adds an account; false when the name is taken. */
	boolean ajouter(String utilisateur, String condensat, Role role, List<String> uais, String par) {
		try {
			this.jdbc.sql(
					"INSERT INTO echange.compte (utilisateur, motdepasse, role, uais, cree_le, cree_par) VALUES (?, ?, ?, ?, ?, ?)")
				.params(utilisateur, condensat, role.code(), uais.toArray(new String[0]),
						java.sql.Timestamp.from(this.horloge.instant()), par)
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private static CompteConnu lire(ResultSet ligne, int rang) throws SQLException {
		Role role = Role.lire(ligne.getString("role")).orElseThrow();
		List<String> uais = List.of((String[]) ligne.getArray("uais").getArray());
		Compte compte = new Compte(ligne.getString("utilisateur"), role, Perimetre.de(role, uais));
		return new CompteConnu(compte, ligne.getString("motdepasse"));
	}

}
