package fr.passerelle.canal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/** The servers of the settings, by name. A wrong one stops the start, aloud. */
@Component
public class ServeursSftp {

	private final Map<String, ServeurSftp> serveurs;

	ServeursSftp(ServeursSettings settings) {
		this.serveurs = Noms.parNom(settings.sftp(), ServeurSftp::nom);
		this.serveurs.values().forEach(ServeursSftp::verifier);
	}

	/** The names of all of them. */
	public Set<String> noms() {
		return this.serveurs.keySet();
	}

	/** The server of this name, which the settings give. */
	public ServeurSftp serveur(String nom) {
		ServeurSftp serveur = this.serveurs.get(nom);
		if (serveur == null) {
			throw new CanalFaux(nom, "aucun serveur de ce nom dans les réglages.");
		}
		return serveur;
	}

	private static void verifier(ServeurSftp serveur) {
		exiger(serveur, !vide(serveur.hote()) && !vide(serveur.utilisateur()),
				"« hote » et « utilisateur » sont obligatoires.");
		exiger(serveur, serveur.cle() != null || !vide(serveur.motdepasse()),
				"donnez « cle » (fichier de la clé privée) ou « motdepasse ».");
		exiger(serveur, serveur.cle() == null || lisible(serveur.cle()),
				"le fichier de « cle » est absent ou illisible.");
		exiger(serveur, serveur.hotesConnus() != null && lisible(serveur.hotesConnus()),
				"« hotes-connus » doit être un fichier lisible, par exemple écrit par ssh-keyscan puis vérifié : sans lui, "
						+ "n'importe qui peut se faire passer pour le serveur.");
	}

	private static void exiger(ServeurSftp serveur, boolean vrai, String phrase) {
		if (!vrai) {
			throw new CanalFaux(serveur.nom(), phrase);
		}
	}

	private static boolean lisible(Path fichier) {
		return Files.isReadable(fichier) && Files.isRegularFile(fichier);
	}

	private static boolean vide(String texte) {
		return texte == null || texte.isBlank();
	}

}
