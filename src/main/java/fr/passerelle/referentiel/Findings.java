package fr.passerelle.referentiel;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The anomalies of a deposit in the ledger, by technical identifier only. */
@Component
class Findings {

	private final JdbcTemplate jdbc;

	private final ObjectMapper json;

	Findings(JdbcTemplate jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Replaces what an earlier application of the same deposit had found. */
	void garder(NumeroDepot numero, List<Bilan.Trouvaille> trouvailles) {
		this.jdbc.update("DELETE FROM echange.anomalie WHERE numero = ?", numero.valeur());
		List<Object[]> lignes = new java.util.ArrayList<>();
		for (Bilan.Trouvaille t : trouvailles) {
			lignes.add(new Object[] { numero.valeur(), lignes.size() + 1, nature(t), t.ligne().regle(),
					t.ligne().code(), t.ligne().gravite(), identifiant(t), ecrire(t) });
		}
		this.jdbc.batchUpdate("""
				INSERT INTO echange.anomalie (numero, rang, nature, regle, code, gravite, identifiant, valeurs)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""", lignes);
	}

	private static String nature(Bilan.Trouvaille trouvaille) {
		return switch (Suites.section(trouvaille)) {
			case "rejets" -> "rejet";
			case "anomalies" -> "anomalie";
			default -> "information";
		};
	}

	/** What was sent for an élève nobody found may be an INE: it is not kept here. */
	private static String identifiant(Bilan.Trouvaille trouvaille) {
		boolean technique = trouvaille.ligne().eleve() != null
				&& trouvaille.ligne().eleve().identifiant().matches("\\d{1,10}");
		return technique ? trouvaille.ligne().eleve().identifiant() : null;
	}

	private String ecrire(Bilan.Trouvaille trouvaille) {
		try {
			return this.json.writeValueAsString(trouvaille.valeurs());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing the values of a finding", ex);
		}
	}

}
