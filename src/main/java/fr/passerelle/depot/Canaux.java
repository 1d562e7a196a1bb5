package fr.passerelle.depot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import fr.passerelle.noyau.Uai;
import org.springframework.stereotype.Component;

/** The channels of the settings, by name. A wrong one stops the start, aloud. */
@Component
class Canaux {

	private static final Pattern NOM = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

	private final Map<String, CanalSftp> sftp;

	private final Map<String, CanalUrl> url;

	Canaux(CanauxSettings settings) {
		this.sftp = parNom(settings.sftp(), CanalSftp::nom);
		this.url = parNom(settings.url(), CanalUrl::nom);
		this.sftp.values().forEach(Canaux::verifier);
		this.url.values().forEach(Canaux::verifier);
	}

	/** The server of this name; nothing when no server at all is given. */
	Optional<CanalSftp> sftp(String nom) {
		return trouver(nom, this.sftp);
	}

	/** The address of this name; nothing when no address at all is given. */
	Optional<CanalUrl> url(String nom) {
		return trouver(nom, this.url);
	}

	private static <T> Optional<T> trouver(String nom, Map<String, T> canaux) {
		if (!canaux.isEmpty() && !canaux.containsKey(nom)) {
			throw new CanalFaux(nom, "une route le relève et il n'est pas dans les réglages. Canaux donnés : %s."
				.formatted(canaux.keySet()));
		}
		return Optional.ofNullable(canaux.get(nom));
	}

	private static <T> Map<String, T> parNom(List<T> canaux, Function<T, String> nom) {
		Map<String, T> parNom = new LinkedHashMap<>();
		for (T canal : canaux) {
			String sien = nom.apply(canal);
			exiger(sien, sien != null && NOM.matcher(sien).matches(),
					"« nom » est fait de minuscules sans accent, de chiffres et de tirets.");
			exiger(sien, parNom.put(sien, canal) == null, "ce nom est donné deux fois.");
		}
		return parNom;
	}

	private static void verifier(CanalSftp canal) {
		exiger(canal.nom(), !vide(canal.hote()) && !vide(canal.utilisateur()),
				"« hote » et « utilisateur » sont obligatoires.");
		exiger(canal.nom(), canal.cle() != null || !vide(canal.motdepasse()),
				"donnez « cle » (fichier de la clé privée) ou « motdepasse ».");
		exiger(canal.nom(), canal.cle() == null || lisible(canal.cle()),
				"le fichier de « cle » est absent ou illisible.");
		exiger(canal.nom(), canal.hotesConnus() != null && lisible(canal.hotesConnus()),
				"« hotes-connus » doit être un fichier lisible, par exemple écrit par ssh-keyscan puis vérifié : sans lui, "
						+ "n'importe qui peut se faire passer pour le serveur.");
		verifierEcoles(canal.nom(), canal.uai(), canal.dossiers().values());
	}

	private static void verifier(CanalUrl canal) {
		exiger(canal.nom(), canal.adresse() != null && UrlClient.estAdmise(canal.adresse()),
				"« adresse » est obligatoire, en http:// ou https://, sans compte dedans.");
		verifierEcoles(canal.nom(), canal.uai(), List.of());
	}

	private static void verifierEcoles(String nom, String uai, Collection<String> autres) {
		exiger(nom, uai == null || Uai.lire(uai).isPresent(), "« uai » n'est pas un code UAI.");
		exiger(nom, autres.stream().allMatch((autre) -> Uai.lire(autre).isPresent()),
				"« dossiers » donne à un dossier un code qui n'est pas un UAI.");
	}

	private static void exiger(String canal, boolean vrai, String phrase) {
		if (!vrai) {
			throw new CanalFaux(canal, phrase);
		}
	}

	private static boolean lisible(Path fichier) {
		return Files.isReadable(fichier) && Files.isRegularFile(fichier);
	}

	private static boolean vide(String texte) {
		return texte == null || texte.isBlank();
	}

}
