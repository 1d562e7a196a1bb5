package fr.passerelle.depot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.canal.CanalFaux;
import fr.passerelle.canal.Noms;
import fr.passerelle.noyau.Uai;
import org.springframework.stereotype.Component;

/** The channels of the settings, by name. A wrong one stops the start, aloud. */
@Component
class Canaux {

	private final Map<String, CanalSftp> sftp;

	private final Map<String, CanalUrl> url;

	Canaux(CanauxSettings settings) {
		this.sftp = Noms.parNom(settings.sftp(), CanalSftp::nom);
		this.url = Noms.parNom(settings.url(), CanalUrl::nom);
		this.sftp.values().forEach(Canaux::verifier);
		this.url.values().forEach(Canaux::verifier);
		this.sftp.values().removeIf((canal) -> !canal.releve());
	}

	/**
	 * The server of this name; nothing when no server at all is given to fetch from.
	 */
	Optional<CanalSftp> sftp(String nom) {
		return trouver(nom, this.sftp);
	}

	/** The address of this name; nothing when no address at all is given. */
	Optional<CanalUrl> url(String nom) {
		return trouver(nom, this.url);
	}

	private static <T> Optional<T> trouver(String nom, Map<String, T> canaux) {
		if (!canaux.isEmpty() && !canaux.containsKey(nom)) {
			throw new CanalFaux(nom,
					"une route le relève et il n'est pas dans les réglages, ou y est « releve: false ». Canaux relevés : %s."
						.formatted(canaux.keySet()));
		}
		return Optional.ofNullable(canaux.get(nom));
	}

	private static void verifier(CanalSftp canal) {
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

}
