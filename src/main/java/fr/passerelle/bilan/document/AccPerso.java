package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** Personal support in a subject or more (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "acc-perso")
public class AccPerso {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String intitule;

	@XmlAttribute(name = "discipline-refs")
	public List<String> disciplineRefs;

	public String description;

}
