package fr.passerelle.securite;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** The accounts of the hub, wherever they are written. */
@Service
public class Comptes {

	private static final Pattern NOM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");

	private final ComptesFixes fixes;

	private final CompteRows lignes;

	private final MotsDePasse motsDePasse;

	Comptes(ComptesFixes fixes, CompteRows lignes, MotsDePasse motsDePasse) {
		this.fixes = fixes;
		this.lignes = lignes;
		this.motsDePasse = motsDePasse;
	}

	/**
	 * Creates an account within the creator's own perimeter.
	 * @return its password, which is never told again
	 * @throws CompteRefuse when the request cannot be met
	 */
	public String creer(String utilisateur, String codeRole, List<String> uais, Compte createur) {
		Role role = Role.lire(codeRole).orElseThrow(() -> new CompteRefuse(CompteRefuse.Cause.ROLE_INCONNU));
		exiger(utilisateur != null && NOM.matcher(utilisateur).matches(), CompteRefuse.Cause.NOM_INVALIDE);
		exiger(createur.perimetre().couvre(perimetre(role, uais)), CompteRefuse.Cause.HORS_PERIMETRE);
		exiger(this.fixes.trouver(utilisateur).isEmpty(), CompteRefuse.Cause.NOM_PRIS);
		String motDePasse = this.motsDePasse.tirer();
		exiger(this.lignes.ajouter(utilisateur, this.motsDePasse.condenser(motDePasse), role, uais,
				createur.utilisateur()), CompteRefuse.Cause.NOM_PRIS);
		return motDePasse;
	}

	/** A name that no account could have is not even looked up. */
	Optional<CompteConnu> trouver(String utilisateur) {
		return this.fixes.trouver(utilisateur)
			.or(() -> NOM.matcher(utilisateur).matches() ? this.lignes.trouver(utilisateur) : Optional.empty());
	}

	/** The account behind a servlet principal. */
	static Optional<Compte> de(Principal principal) {
		return Optional.ofNullable(principal)
			.filter(Authentication.class::isInstance)
			.map((authentication) -> ((Authentication) authentication).getPrincipal())
			.filter(Compte.class::isInstance)
			.map(Compte.class::cast);
	}

	private static Perimetre perimetre(Role role, List<String> uais) {
		try {
			return Perimetre.de(role, uais);
		}
		catch (IllegalArgumentException ex) {
			throw new CompteRefuse(CompteRefuse.Cause.UAI_INVALIDE);
		}
	}

	private static void exiger(boolean condition, CompteRefuse.Cause sinon) {
		if (!condition) {
			throw new CompteRefuse(sinon);
		}
	}

}
