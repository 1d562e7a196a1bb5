package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** A class of an école, by its number in ONDE (1D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "classe")
public class Classe {

	@XmlAttribute
	public String id;

	@XmlAttribute(name = "id-be")
	public String idBe;

	@XmlAttribute
	public String libelle;

}
