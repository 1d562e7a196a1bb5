package fr.passerelle.commande;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;

/** {@code verifier FICHIER… [--json]}: what a deposit would answer, nothing written. */
final class Verifier {

	private static final int ACCEPTE = 0;

	private static final int REFUSE = 1;

	private static final int USAGE = 2;

	private final PrintStream sortie;

	private final PrintStream erreurs;

	private final Clock horloge;

	Verifier(PrintStream sortie, PrintStream erreurs, Clock horloge) {
		this.sortie = sortie;
		this.erreurs = erreurs;
		this.horloge = horloge;
	}

	int executer(String[] args) {
		Demande demande = Demande.lire(args);
		Optional<String> faute = demande.faute();
		if (faute.isPresent()) {
			return usage(faute.get());
		}
		try {
			Mappings mappings = new Mappings(Maison.mappings(demande.maison()));
			return verifier(demande, mappings);
		}
		catch (MappingFaux ex) {
			return usage(ex.getMessage());
		}
	}

	private int verifier(Demande demande, Mappings mappings) {
		Verificateur verificateur = new Verificateur(mappings, this.horloge);
		List<Resultat> resultats = new ArrayList<>();
		for (Path fichier : demande.fichiers()) {
			resultats.add(verificateur.verifier(fichier));
		}
		Presentation presentation = demande.json() ? new PresentationJson() : new PresentationTexte();
		this.sortie.print(presentation.ecrire(resultats, Catalogue.lire(mappings)));
		this.sortie.flush();
		return resultats.stream().allMatch((resultat) -> resultat.verdict().accepte()) ? ACCEPTE : REFUSE;
	}

	private int usage(String faute) {
		this.erreurs.println(faute);
		this.erreurs.println();
		this.erreurs.println("Usage : java -jar passerelle.jar verifier FICHIER… [--json] [--passerelle.home=DOSSIER]");
		this.erreurs.println("  Vérifie des fichiers comme le ferait un dépôt, sans rien enregistrer.");
		this.erreurs.println("  --json                    verdict pour les machines");
		this.erreurs.println("  --passerelle.home=DOSSIER dossier qui contient mappings/");
		this.erreurs
			.println("  Code de sortie : 0 tous acceptés, 1 un fichier au moins est refusé, 2 commande incorrecte.");
		this.erreurs.flush();
		return USAGE;
	}

	/**
	 * What the command line asks for.
	 *
	 * @param maison the home folder it names, null for none
	 */
	record Demande(List<Path> fichiers, boolean json, String maison, List<String> inconnues) {

		private static final String MAISON = "--passerelle.home=";

		static Demande lire(String[] args) {
			List<Path> fichiers = new ArrayList<>();
			List<String> inconnues = new ArrayList<>();
			String maison = null;
			boolean json = false;
			for (String arg : args) {
				if (arg.equals("--json")) {
					json = true;
				}
				else if (arg.startsWith(MAISON)) {
					maison = arg.substring(MAISON.length());
				}
				else if (arg.startsWith("--")) {
					inconnues.add(arg);
				}
				else {
					fichiers.add(Path.of(arg));
				}
			}
			return new Demande(fichiers, json, maison, inconnues);
		}

		Optional<String> faute() {
			if (!this.inconnues.isEmpty()) {
				return Optional.of("Option inconnue : " + String.join(" ", this.inconnues));
			}
			if (this.fichiers.isEmpty()) {
				return Optional.of("Aucun fichier à vérifier.");
			}
			return this.fichiers.stream()
				.filter((fichier) -> !Files.isRegularFile(fichier) || !Files.isReadable(fichier))
				.findFirst()
				.map((fichier) -> "Fichier introuvable ou illisible : " + fichier);
		}

	}

}
