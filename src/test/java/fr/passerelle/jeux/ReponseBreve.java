package fr.passerelle.jeux;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import fr.passerelle.generateur.Attendu.Compte;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is compared of the answer to one file of an invented académie.
 *
 * @param lus élèves read, of a link file
 * @param absents élèves absent from it
 * @param constats code, élève and group of every anomaly, sorted: none missed, none
 * invented
 */
public record ReponseBreve(String fichier, String etat, String code, String lus, String absents,
		List<String> constats) {

	/** What {@code attendu.json} foretells. */
	public static ReponseBreve attendue(FichierAttendu fichier) {
		Stream<String> rejets = fichier.rejets().stream().map((rejet) -> rejet.code() + " " + rejet.eleve());
		Stream<String> anomalies = fichier.anomalies()
			.stream()
			.map((a) -> a.code() + " " + a.eleve() + ((a.groupe() != null) ? " " + a.groupe() : ""));
		return new ReponseBreve(fichier.fichier(), fichier.etat(),
				"doublon".equals(fichier.etat()) ? "C09" : fichier.code(), Objects.toString(fichier.elevesLus(), null),
				Objects.toString(fichier.elevesAbsents(), null), Stream.concat(rejets, anomalies).sorted().toList());
	}

	/** The answer to the same bytes as before. */
	static ReponseBreve doublon(FichierAttendu fichier) {
		return new ReponseBreve(fichier.fichier(), "doublon", "C09", null, null, List.of());
	}

	/** What the référentiel holds of this school, the disappeared not counted. */
	public static Compte compte(JdbcClient jdbc, EtablissementAttendu ecole) {
		return new Compte(presents(jdbc, ecole, "v_eleve", ""), presents(jdbc, ecole, "v_division", ""),
				presents(jdbc, ecole, "groupe", "AND source = 'SIECLE'"),
				presents(jdbc, ecole, "v_lien_eleve_groupe", ""), presents(jdbc, ecole, "v_enseignant", ""));
	}

	private static int presents(JdbcClient jdbc, EtablissementAttendu ecole, String table, String condition) {
		return jdbc
			.sql("SELECT count(*) FROM referentiel.%s WHERE uai = ? AND annee_scolaire = ? AND disparu_le IS NULL %s"
				.formatted(table, condition))
			.params(ecole.uai(), ecole.anneeScolaire())
			.query(Integer.class)
			.single();
	}

}
