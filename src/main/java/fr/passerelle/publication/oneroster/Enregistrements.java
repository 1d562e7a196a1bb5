package fr.passerelle.publication.oneroster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.calendrier.AnneeScolaire;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.noyau.Uai;
import fr.passerelle.publication.Annees;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the files, from the database to the disk. */
@Component("enregistrementsOneRoster")
class Enregistrements {

	private static final int A_LA_FOIS = 1000;

	private static final String DEMANDE = """
			DROP TABLE IF EXISTS roster_demande, roster_ecarte, roster_ecole, roster_presence, roster_personne, roster_cours, roster_classe;
			CREATE TEMPORARY TABLE roster_demande (uai text PRIMARY KEY, annee_scolaire integer NOT NULL, libelle text NOT NULL, debut date NOT NULL,
			    fin date NOT NULL, jour date NOT NULL) ON COMMIT DROP""";

	private final NamedParameterJdbcTemplate jdbc;

	private final Annees annees;

	private final Calendriers calendriers;

	private final List<String> avant;

	private final List<Fichier> fichiers;

	Enregistrements(DataSource base, Mappings mappings, Annees annees, Calendriers calendriers) {
		JdbcTemplate enFlux = new JdbcTemplate(base);
		enFlux.setFetchSize(A_LA_FOIS);
		this.jdbc = new NamedParameterJdbcTemplate(enFlux);
		this.annees = annees;
		this.calendriers = calendriers;
		List<SqlFile> requetes = mappings.sql("flux/oneroster");
		this.avant = requetes.stream().filter((f) -> f.trouver("moment").isPresent()).map(SqlFile::sql).toList();
		this.fichiers = requetes.stream().filter((f) -> f.trouver("moment").isEmpty()).map(Fichier::lire).toList();
	}

	/** All the files there may be, those that others name first. */
	List<Fichier> fichiers() {
		return this.fichiers;
	}

	/**
	 * Puts the schools where the queries find them, each with the dates of its year.
	 * @return those that have none, or no name
	 */
	Set<String> preparer(Set<String> uais, Instant instant) {
		this.jdbc.getJdbcOperations().execute(DEMANDE);
		Map<String, Integer> annees = this.annees.parEcole(uais, instant);
		List<Object[]> ecoles = annees.entrySet()
			.stream()
			.map((annee) -> ecole(annee.getKey(), annee.getValue(), instant))
			.flatMap(Optional::stream)
			.toList();
		this.jdbc.getJdbcTemplate().batchUpdate("INSERT INTO roster_demande VALUES (?, ?, ?, ?, ?, ?)", ecoles);
		this.avant.forEach(this.jdbc.getJdbcOperations()::execute);
		annees.keySet().removeAll(uais());
		return annees.keySet();
	}

	private Optional<Object[]> ecole(String uai, int annee, Instant instant) {
		Uai etablissement = new Uai(uai);
		return this.calendriers.annee(etablissement, annee)
			.map((AnneeScolaire dates) -> new Object[] { uai, annee, dates.libelle(), Date.valueOf(dates.rentree()),
					Date.valueOf(dates.sortie()), Date.valueOf(this.calendriers.jour(etablissement, instant)) });
	}

	/**
	 * Writes a file.
	 * @param champs what the consumer receives beyond the rest
	 * @return how many rows
	 */
	long ecrire(Fichier fichier, List<String> champs, Path dossier) {
		try (CsvWriter sortie = CsvWriter.builder().build(dossier.resolve(fichier.nomDeFichier()))) {
			Lignes lignes = new Lignes(sortie);
			this.jdbc.query(fichier.sql(), Map.of("champs", champs.toArray(new String[0])), lignes);
			return lignes.nombre;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + fichier.nomDeFichier(), ex);
		}
	}

	/** School, identifier, object, code of the reason. */
	List<String[]> ecartes() {
		return this.jdbc.query(
				"SELECT uai, identifiant, objet, code FROM roster_ecarte ORDER BY uai, objet, identifiant",
				(ligne, rang) -> new String[] { ligne.getString(1), ligne.getString(2), ligne.getString(3),
						ligne.getString(4) });
	}

	Set<String> uais() {
		return Set.copyOf(this.jdbc.queryForList("SELECT uai FROM roster_ecole", Map.of(), String.class));
	}

	/** The header with the first row, then each row; nothing at all has no header. */
	private static final class Lignes implements RowCallbackHandler {

		private final CsvWriter sortie;

		private long nombre;

		Lignes(CsvWriter sortie) {
			this.sortie = sortie;
		}

		@Override
		public void processRow(ResultSet ligne) throws SQLException {
			ResultSetMetaData colonnes = ligne.getMetaData();
			String[] valeurs = new String[colonnes.getColumnCount()];
			if (this.nombre++ == 0) {
				for (int i = 0; i < valeurs.length; i++) {
					valeurs[i] = colonnes.getColumnLabel(i + 1);
				}
				this.sortie.writeRecord(valeurs);
			}
			for (int i = 0; i < valeurs.length; i++) {
				Object valeur = ligne.getObject(i + 1);
				valeurs[i] = (valeur != null) ? valeur.toString() : "";
			}
			this.sortie.writeRecord(valeurs);
		}

	}

}
