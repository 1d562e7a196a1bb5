package fr.passerelle.publication.oneroster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.noyau.Constat;

/**
 * The gate: reads the files that were written, as readers do, and finds what they refuse
 * or lose (ent-directory.md, B.5). Files are read in the order of the mappings: what
 * names a record comes after it.
 */
final class Controle {

	/** What one page of a report shows. */
	private static final int MAX = 20;

	private static final String CLE = "sourcedId";

	private final List<Fichier> fichiers;

	private final List<Constat> fautes = new ArrayList<>();

	private final Map<String, Set<String>> connus = new HashMap<>();

	private final Map<String, Integer> principaux = new HashMap<>();

	Controle(List<Fichier> fichiers) {
		this.fichiers = List.copyOf(fichiers);
	}

	/** Reads a whole package and gives its faults. */
	List<Constat> lire(Path dossier) {
		for (Fichier fichier : this.fichiers) {
			if (fichier.estCite(this.fichiers)) {
				this.connus.put(fichier.nom(), ids(dossier, fichier));
			}
			lire(dossier, fichier);
		}
		this.principaux
			.forEach((personne, nombre) -> exiger(nombre == 1, "ONEROSTER_PRINCIPAL", "roles", personne, "roleType"));
		return List.copyOf(this.fautes);
	}

	private Set<String> ids(Path dossier, Fichier fichier) {
		Set<String> ids = new HashSet<>();
		parcourir(dossier, fichier, (ligne) -> exiger(ids.add(ligne.getField(CLE)), "ONEROSTER_REPETE", fichier.nom(),
				ligne.getField(CLE), CLE));
		return ids;
	}

	/**
	 * What nobody names is too much to remember: rows come in the order of their keys.
	 */
	private void lire(Path dossier, Fichier fichier) {
		String[] precedent = { "" };
		parcourir(dossier, fichier, (ligne) -> {
			String id = ligne.getField(CLE);
			exiger(this.connus.containsKey(fichier.nom()) || !id.equals(precedent[0]), "ONEROSTER_REPETE",
					fichier.nom(), id, CLE);
			precedent[0] = id;
			fichier.exige()
				.forEach((colonne) -> exiger(!ligne.getField(colonne).isBlank(), "ONEROSTER_VIDE", fichier.nom(), id,
						colonne));
			fichier.cite().forEach((colonne, autre) -> citer(fichier, id, colonne, ligne.getField(colonne), autre));
			if (fichier.nom().equals("roles")) {
				this.principaux.merge(ligne.getField("userSourcedId"),
						ligne.getField("roleType").equals("primary") ? 1 : 0, Integer::sum);
			}
		});
	}

	private void citer(Fichier fichier, String id, String colonne, String valeurs, String autre) {
		if (!valeurs.isEmpty()) {
			for (String valeur : valeurs.split(",")) {
				exiger(this.connus.get(autre).contains(valeur), "ONEROSTER_REFERENCE", fichier.nom(), id, colonne);
			}
		}
	}

	private void exiger(boolean vrai, String code, String fichier, String identifiant, String colonne) {
		if (!vrai && this.fautes.size() < MAX) {
			this.fautes.add(Constat.de(code, "fichier", fichier, "identifiant", identifiant, "colonne", colonne));
		}
	}

	private static void parcourir(Path dossier, Fichier fichier, java.util.function.Consumer<NamedCsvRecord> suite) {
		Path chemin = dossier.resolve(fichier.nomDeFichier());
		if (!Files.exists(chemin)) {
			return;
		}
		try (CsvReader<NamedCsvRecord> lignes = CsvReader.builder().ofNamedCsvRecord(chemin)) {
			lignes.forEach(suite);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading again " + chemin.getFileName(), ex);
		}
	}

}
