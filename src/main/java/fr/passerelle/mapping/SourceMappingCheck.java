package fr.passerelle.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;

/** What a source's YAML must also be true about, beyond its spelling. */
final class SourceMappingCheck {

	private static final Pattern NOM_SQL = Pattern.compile("[a-z][a-z0-9_]{0,50}");

	private static final Set<String> RESERVES = Set.of("ligne", "rang", "empreinte");

	private final String fichier;

	SourceMappingCheck(String fichier) {
		this.fichier = fichier;
	}

	void verifier(SourceMapping source) {
		exiger(source.racines().isEmpty() != source.titres().isEmpty(),
				"dire « racine » (XML) ou « titres » (CSV), l'un des deux");
		exiger(!source.tables().isEmpty(), "« tables » est vide");
		exiger(!source.nomExige() || source.nom() != null, "« nomExige » demande « nom »");
		Map<String, List<String>> colonnes = new HashMap<>();
		for (TableMapping table : source.tables()) {
			exiger(NOM_SQL.matcher(table.nom()).matches(), "nom de table impossible « " + table.nom() + " »");
			List<String> noms = table.colonnes().stream().map(ColonneMapping::nom).toList();
			List<String> deja = colonnes.putIfAbsent(table.nom(), noms);
			exiger(deja == null || deja.equals(noms), "la table « " + table.nom()
					+ " » est nourrie par plusieurs nœuds qui n'ont pas les mêmes colonnes dans le même ordre");
			exiger(!source.estCsv() || table.noeud().matches(SourceMapping.LIGNES + "(/.+)?"),
					"table « " + table.nom() + " » : en CSV, « noeud » est LIGNES, ou LIGNES/Titre du début d'un bloc");
			table.colonnes().forEach((colonne) -> verifier(source, table, colonne));
		}
	}

	private void verifier(SourceMapping source, TableMapping table, ColonneMapping colonne) {
		String ou = table.nom() + "." + colonne.nom();
		exiger(NOM_SQL.matcher(colonne.nom()).matches() && !RESERVES.contains(colonne.nom()),
				"nom de colonne impossible « " + ou + " »");
		exiger(colonne.constante() != null ^ !colonne.de().isEmpty(), ou + " : dire « de » ou « constante »");
		exiger(!source.estCsv() || !colonne.liste(), ou + " : « liste » n'existe pas en CSV");
		for (String de : colonne.de()) {
			if (de.startsWith("#")) {
				exiger(source.tables().stream().anyMatch((t) -> t.nom().equals(de.substring(1))),
						ou + " : aucune table « " + de.substring(1) + " »");
			}
		}
	}

	private void exiger(boolean vrai, String phrase) {
		if (!vrai) {
			throw new MappingFaux(this.fichier, phrase);
		}
	}

}
