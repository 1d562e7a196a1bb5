package fr.passerelle.publication.aaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.passerelle.mapping.Mappings;

/** The small parcel of aaf.md, section 11: right to begin with, then broken. */
final class ParcelleDEssai {

	static final List<Categorie> CATEGORIES = new Mappings(Path.of("mappings")).sql(Degre.SECOND.dossier())
		.stream()
		.filter((fichier) -> fichier.trouver("moment").isEmpty())
		.map(Categorie::lire)
		.toList();

	private static final NomDeFichier NOM = new NomDeFichier("ENT2D", "Complet", LocalDate.of(2026, 9, 1));

	private final Path dossier;

	private ParcelleDEssai(Path dossier) {
		this.dossier = dossier;
	}

	static ParcelleDEssai dans(Path dossier) {
		ecrire(dossier, NOM, "MatiereEducNat", "061300",
				Map.of("ENTMatJointure", "061300", "ENTLibelleMatiere", "MATHEMATIQUES"));
		ecrire(dossier, NOM, "MefEducNat", "10010012110", Map.of("ENTMefJointure", "10010012110", "ENTLibelleMef",
				"6EME", "ENTMEFRattach", "10010012110", "ENTMEFSTAT11", "21110010001"));
		ecrire(dossier, NOM, "EtabEducNat", "7001",
				Map.of("ENTStructureJointure", "7001", "ENTStructureUAI", "0759901E", "ENTEtablissementUAI", "0759901E",
						"ENTStructureNomCourant", "CLG$DES TILLEULS$VILLENEUVE", "ENTStructureClasses",
						"6A$SIXIEME A$10010012110", "ENTStructureGroupes", "6ALL1$ALLEMAND 6E$6A"));
		ecrire(dossier, NOM, "PersRelEleve", "820001", Map.of("ENTPersonJointure", "820001", "ENTPersonNomPatro",
				"LANTERNIER", "sn", "LANTERNIER", "givenName", "Sidonie"));
		ecrire(dossier, NOM, "Eleve", "810001",
				Map.ofEntries(Map.entry("ENTPersonJointure", "810001"), Map.entry("ENTEleveStructRattachId", "55001"),
						Map.entry("ENTPersonDateNaissance", "14/02/2014"), Map.entry("ENTPersonNomPatro", "LANTERNIER"),
						Map.entry("sn", "LANTERNIER"), Map.entry("givenName", "Maëlys"),
						Map.entry("ENTPersonAutresPrenoms", "Maëlys"),
						Map.entry("ENTElevePersRelEleve", "820001$10$1$1$1$1"), Map.entry("ENTEleveMEF", "10010012110"),
						Map.entry("ENTPersonStructRattach", "7001"), Map.entry("ENTEleveClasses", "7001$6A"),
						Map.entry("ENTEleveGroupes", "7001$6ALL1")));
		ecrire(dossier, NOM, "PersEducNat", "830001",
				Map.of("ENTPersonJointure", "830001", "ENTPersonNomPatro", "BRISELIN", "sn", "BRISELIN", "givenName",
						"Ambre", "ENTAuxEnsClassesMatieres", "7001$6A$061300", "ENTPersonFonctions",
						"7001$ENS$ENSEIGNEMENT$L1300$MATHEMATIQUES", "ENTPersonCategorieEnseignant", "O",
						"PersEducNatPresenceDevantEleves", "O"));
		ecrire(dossier.resolve(NomDeFichier.DTD), "<!-- une DTD -->".getBytes(StandardCharsets.UTF_8));
		return new ParcelleDEssai(dossier);
	}

	/** Replaces a text in the file of a category. */
	ParcelleDEssai changer(String categorie, String avant, String apres) {
		Path fichier = fichier(categorie);
		String texte = new String(lire(fichier), StandardCharsets.UTF_8);
		if (!texte.contains(avant)) {
			throw new IllegalArgumentException(categorie + " does not hold " + avant);
		}
		return octets(categorie, texte.replace(avant, apres).getBytes(StandardCharsets.UTF_8));
	}

	/** Gives the file of a category these bytes. */
	ParcelleDEssai octets(String categorie, byte[] octets) {
		ecrire(fichier(categorie), octets);
		return this;
	}

	byte[] octets(String categorie) {
		return lire(fichier(categorie));
	}

	Controle controler() {
		return new Controle(CATEGORIES, 5_000).lire(this.dossier);
	}

	private Path fichier(String categorie) {
		return this.dossier.resolve(NOM.de(categorie, 0));
	}

	/** The one category of this name. */
	static Categorie categorie(String nom) {
		return CATEGORIES.stream().filter((categorie) -> categorie.nom().equals(nom)).findFirst().orElseThrow();
	}

	/** Values of each attribute of a category, in order, from those that have one. */
	static List<List<String>> valeurs(Categorie categorie, Map<String, String> fiche) {
		List<List<String>> valeurs = new ArrayList<>();
		categorie.attributs()
			.forEach((nom) -> valeurs.add(fiche.containsKey(nom) ? List.of(fiche.get(nom)) : List.of()));
		return valeurs;
	}

	private static void ecrire(Path dossier, NomDeFichier nom, String categorie, String id, Map<String, String> fiche) {
		try (RequetesWriter sortie = new RequetesWriter(dossier, nom, Degre.SECOND, categorie(categorie), 5_000)) {
			sortie.ajouter(id, valeurs(categorie(categorie), fiche));
		}
	}

	private static void ecrire(Path fichier, byte[] octets) {
		try {
			Files.write(fichier, octets);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] lire(Path fichier) {
		try {
			return Files.readAllBytes(fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
