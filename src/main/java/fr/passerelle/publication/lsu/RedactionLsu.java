package fr.passerelle.publication.lsu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import fr.passerelle.bilan.Formes;
import fr.passerelle.bilan.Schemas;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Redaction;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The report books of schools, one document of LSU for each, of its last year that has
 * any: what LSU would take if it were given to it.
 */
@Component
class RedactionLsu implements Redaction {

	private static final String ANNEES = """
			SELECT uai, max(annee_scolaire) AS annee FROM (
			    SELECT uai, annee_scolaire FROM lsu.bilan_periodique UNION ALL SELECT uai, annee_scolaire FROM lsu.bilan_cycle) b
			WHERE (:tous OR uai = ANY (:uais)) GROUP BY uai ORDER BY uai""";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
		.withZone(ZoneOffset.UTC);

	private final JdbcClient jdbc;

	private final Enregistrements enregistrements;

	private final Formes formes;

	private final Schemas schemas;

	private final Clock horloge;

	RedactionLsu(JdbcClient jdbc, Mappings mappings, javax.sql.DataSource base, Formes formes, Schemas schemas,
			Clock horloge) {
		this.jdbc = jdbc;
		this.enregistrements = new Enregistrements(base, mappings.sql("flux/lsu"));
		this.formes = formes;
		this.schemas = schemas;
		this.horloge = horloge;
	}

	@Override
	public String flux() {
		return "lsu";
	}

	@Override
	public Contenu rediger(Consommateur consommateur, Set<String> uais, Path dossier) {
		Contenu contenu = new Contenu(new TreeSet<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
		this.jdbc.sql(ANNEES)
			.param("tous", uais == null)
			.param("uais", (uais != null) ? uais.toArray(new String[0]) : new String[0])
			.query((ligne, rang) -> Map.entry(ligne.getString("uai"), ligne.getInt("annee")))
			.list()
			.forEach((ecole) -> rediger(ecole.getKey(), ecole.getValue(), dossier, contenu));
		return contenu;
	}

	private void rediger(String uai, int annee, Path dossier, Contenu contenu) {
		this.enregistrements.preparer(uai, annee);
		contenu.ecartes().addAll(this.enregistrements.lister("ecartes", Ecarte.class));
		List<Entete> entetes = this.enregistrements.lister("entete", Entete.class);
		if (entetes.isEmpty()) {
			return; // every bilan of this school was left out
		}
		Path fichier = dossier.resolve("%s_%d_%s.xml".formatted(uai, annee, MOMENT.format(this.horloge.instant())));
		DocumentWriter document = new DocumentWriter(this.formes, this.enregistrements);
		document.ecrire(entetes.get(0), fichier)
			.forEach((element, nombre) -> contenu.comptes().merge(element, nombre, Long::sum));
		contenu.comptes().merge("etablissement", 1L, Long::sum);
		contenu.uais().add(uai);
		contenu.fautes().addAll(fautes(uai, fichier, entetes.get(0)));
	}

	private List<String> fautes(String uai, Path fichier, Entete entete) {
		return this.schemas.fautes(() -> ouvrir(fichier), entete.degre(), entete.version())
			.stream()
			.map((faute) -> "%s : %s, ligne %s, élément « %s »".formatted(uai, faute.code(),
					faute.valeurs().get("ligne"), faute.valeurs().getOrDefault("element", "")))
			.toList();
	}

	private static InputStream ouvrir(Path fichier) {
		try {
			return Files.newInputStream(fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading again " + fichier, ex);
		}
	}

}
