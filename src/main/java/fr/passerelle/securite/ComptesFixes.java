package fr.passerelle.securite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.plateforme.Acces;
import org.springframework.stereotype.Component;

/**
 * The accounts that are no rows: the one of {@code data/acces.properties}, its key, and
 * those of the settings. A wrong one stops the start, aloud.
 */
@Component
class ComptesFixes {

	private final Map<String, CompteConnu> comptes = new LinkedHashMap<>();

	private final Acces acces;

	ComptesFixes(Acces acces, SecuriteSettings settings) {
		this.acces = acces;
		settings.comptes().forEach(this::ajouter);
		ajouter(new SecuriteSettings.CompteSetting(acces.console().utilisateur(), acces.console().motdepasse(),
				Role.ACADEMIE, List.of()));
	}

	Optional<CompteConnu> trouver(String utilisateur) {
		return Optional.ofNullable(this.comptes.get(utilisateur));
	}

	/** The account behind the key of {@code data/acces.properties}, if it is this one. */
	Optional<Compte> parCle(String cle) {
		boolean juste = MotsDePasse.egaux(cle, this.acces.apiCle());
		return juste ? Optional.of(new Compte("api", Role.ACADEMIE, Perimetre.tout())) : Optional.empty();
	}

	private void ajouter(SecuriteSettings.CompteSetting setting) {
		String utilisateur = setting.utilisateur();
		if (vide(utilisateur) || vide(setting.motdepasse()) || setting.role() == null) {
			throw new IllegalStateException(
					"Le compte « %s » des réglages passerelle.comptes est incomplet : utilisateur, motdepasse et role sont obligatoires."
						.formatted(utilisateur));
		}
		Compte compte = new Compte(utilisateur, setting.role(), perimetre(setting));
		this.comptes.put(utilisateur, new CompteConnu(compte, setting.motdepasse()));
	}

	private static Perimetre perimetre(SecuriteSettings.CompteSetting setting) {
		try {
			return Perimetre.de(setting.role(), setting.uai());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException("Le compte « %s » des réglages passerelle.comptes a une liste uai invalide."
				.formatted(setting.utilisateur()), ex);
		}
	}

	private static boolean vide(String texte) {
		return texte == null || texte.isBlank();
	}

}
